package org.broadsheet.wire.format.feed;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;

/** Somebody a feed names. */
record FeedPerson(Optional<String> name, Optional<String> email, Optional<String> href) {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%'-]{1,64}@[\\w.-]{1,190}[\\w]");

    /** The words of an RSS author or a Dublin Core creator, with or without a mail address in them. */
    static FeedPerson ofWords(String words) {
        Matcher m = EMAIL.matcher(words);
        if (!m.find()) {
            return new FeedPerson(Prose.oneLine(words), Optional.empty(), Optional.empty());
        }
        String rest = words.replace(m.group(), "").replace("(mailto:)", "").replaceAll("[()<>\\[\\]]|&lt;|&gt;", " ");
        return new FeedPerson(Prose.oneLine(rest), Optional.of(m.group()), Optional.empty());
    }

    /** An element with parts, as in Atom, or with words alone. */
    static FeedPerson of(XmlElement e, Function<String, Optional<String>> address) {
        if (e.elements().findAny().isEmpty()) {
            return ofWords(e.text());
        }
        Optional<String> name = words(e, "name").or(() -> words(e, "itunes:name"));
        Optional<String> email = words(e, "email").or(() -> words(e, "itunes:email"));
        Optional<String> href = words(e, "url").or(() -> words(e, "uri")).or(() -> words(e, "homepage"));
        return new FeedPerson(name, email, href.flatMap(address));
    }

    private static Optional<String> words(XmlElement e, String name) {
        return e.elements()
                .filter(c -> c.name().equalsIgnoreCase(name))
                .flatMap(c -> c.line().stream())
                .findFirst();
    }

    boolean isEmpty() {
        return name.isEmpty() && email.isEmpty() && href.isEmpty();
    }

    /** As it may stand under a headline. */
    Optional<String> byline() {
        return name.or(() -> email);
    }
}
