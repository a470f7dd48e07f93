package org.broadsheet.story;

import java.util.Set;
import org.broadsheet.base.Slugs;

/**
 * A part of the paper.
 *
 * @param slug its address, {@code /{slug}}
 * @param name as the navigation shows it, 1 to 60 characters
 * @param position from left to right
 */
public record Section(String slug, String name, int position) {
    /** First parts of addresses that are not sections. */
    private static final Set<String> TAKEN = Set.of(
            "account",
            "api",
            "atom",
            "authors",
            "desk",
            "feed",
            "feedback",
            "gift",
            "health",
            "join",
            "metrics",
            "offline",
            "out",
            "pictures",
            "plans",
            "search",
            "sign-in",
            "sign-out",
            "static",
            "text-size",
            "topics",
            "browsers",
            "app",
            "about",
            "error");

    public Section {
        if (!Slugs.isSlug(slug) || TAKEN.contains(slug)) {
            throw new IllegalArgumentException("section slug is \"" + slug
                    + "\"; expected a-z, 0-9 and hyphens, and none of the paper's own addresses");
        }
        Topic.checkName(name);
    }
}
