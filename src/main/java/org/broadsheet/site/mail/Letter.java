package org.broadsheet.site.mail;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;

/**
 * One letter, as its template prints it.
 *
 * @param name of the paper
 * @param before paragraphs above the button
 * @param act what there is to do, with its whole address
 * @param after paragraphs below it
 * @param foot why it was sent
 */
public record Letter(
        String name,
        String home,
        Language language,
        String subject,
        List<String> before,
        Optional<Act> act,
        List<String> after,
        String foot) {

    /** A button, and its address for those whose program shows none. */
    public record Act(String name, String href) {}

    /** The same for programs that show no HTML. */
    String text() {
        StringBuilder text = new StringBuilder();
        before.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        act.ifPresent(
                act -> text.append(act.name()).append(":\n").append(act.href()).append("\n\n"));
        after.forEach(paragraph -> text.append(paragraph).append("\n\n"));
        return text.append("-- \n")
                .append(foot)
                .append("\n")
                .append(home)
                .append("\n")
                .toString();
    }
}
