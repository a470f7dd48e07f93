package org.broadsheet.site.account.page;

import java.util.Map;
import java.util.Optional;

/**
 * What was typed, for being typed on, and what is wrong with it.
 *
 * @param typed by name of the field; never a password
 * @param problem of one field, or of the form where it names none
 */
public record Form(Map<String, String> typed, Optional<Problem> problem) {
    /** @param field its name; empty for the form as a whole */
    public record Problem(String field, String words) {}

    public static Form empty() {
        return new Form(Map.of(), Optional.empty());
    }

    public static Form of(Map<String, String> typed) {
        return new Form(typed, Optional.empty());
    }

    public Form wrong(String field, String words) {
        return new Form(typed, Optional.of(new Problem(field, words)));
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    public boolean isWrong(String field) {
        return problem.filter(each -> each.field().equals(field)).isPresent();
    }

    public String words() {
        return problem.map(Problem::words).orElse("");
    }

    /** For {@code aria-describedby}: its hint and its problem, where there are such. */
    public String describing(String field, String hint) {
        String hinted = hint.isEmpty() ? "" : field + "-hint";
        String wrong = isWrong(field) ? field + "-problem" : "";
        return (hinted + " " + wrong).strip();
    }
}
