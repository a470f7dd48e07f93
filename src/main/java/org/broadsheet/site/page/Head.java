package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.html.SafeHtml;

/**
 * What a page tells programs: search engines, feed readers and the cards of other sites.
 *
 * @param title without the paper's name, which the template adds; empty for the front page
 * @param description one or two sentences; of a story that is not for everyone, its standfirst and no more
 * @param path the canonical one, beginning with a slash
 * @param robots whether it may be in an index
 * @param picture for cards; a JPEG
 * @param linkedData finished JSON-LD documents of {@link LinkedData}
 * @param feeds beside the paper's own
 */
public record Head(
        String title,
        String description,
        String path,
        Robots robots,
        Optional<Picture> picture,
        List<SafeHtml> linkedData,
        List<Link> feeds) {

    /** Whether search engines may list a page. */
    public enum Robots {
        LISTED,
        /** In an index, but with no copy of it for anyone to look at. */
        LISTED_UNCOPIED,
        UNLISTED
    }

    /** For pages that are no story and that nobody should find by a search engine. */
    public static Head unlisted(String title, String description, String path) {
        return new Head(title, description, path, Robots.UNLISTED, Optional.empty(), List.of(), List.of());
    }

    public static Head listed(String title, String description, String path) {
        return new Head(title, description, path, Robots.LISTED, Optional.empty(), List.of(), List.of());
    }

    public boolean uncopied() {
        return robots == Robots.LISTED_UNCOPIED;
    }

    public boolean unlisted() {
        return robots == Robots.UNLISTED;
    }
}
