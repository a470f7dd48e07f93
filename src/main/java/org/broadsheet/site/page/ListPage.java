package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;

/**
 * A run of stories, newest first: a section, a topic or an author.
 *
 * @param kind what it is a list of
 * @param about a sentence on it, where there is one
 * @param mostRead of the paper, beside the first page; may be empty
 */
public record ListPage(
        Frame frame,
        Kind kind,
        String title,
        Optional<String> about,
        List<Card> cards,
        Paging paging,
        List<Card> mostRead,
        Optional<Link> feed) {

    /** Which of the lists; names its text {@code list.<kind>}. */
    public enum Kind {
        SECTION,
        TOPIC,
        AUTHOR
    }
}
