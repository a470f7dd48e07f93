package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.wire.format.text.Prose;

/**
 * A text of a feed in the form it was sent.
 *
 * @param type {@code text/plain}, or a type whose value is markup
 * @param base what its relative addresses are relative to
 * @param src where the text is kept instead, for Atom content out of line
 */
record FeedText(String type, Optional<String> language, Optional<URI> base, Optional<String> src, String value) {

    boolean isMarkup() {
        return !type.equals("text/plain");
    }

    Optional<String> line() {
        return isMarkup() ? Prose.line(value) : Prose.oneLine(value);
    }

    Prose prose() {
        return isMarkup() ? Prose.ofHtml(value, base) : Prose.ofText(value);
    }
}
