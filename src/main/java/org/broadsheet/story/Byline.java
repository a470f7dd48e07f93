package org.broadsheet.story;

import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.base.Slugs;

/**
 * One who wrote a story.
 *
 * @param name as printed, 1 to 120 characters
 * @param slug their page, {@code /authors/{slug}}
 */
public record Byline(String name, String slug) {
    public Byline {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("byline is \"" + name + "\"; expected 1 to 120 characters");
        }
        if (!Slugs.isSlug(slug)) {
            throw new IllegalArgumentException("byline slug is \"" + slug + "\"; expected a-z, 0-9 and hyphens");
        }
    }

    /** A byline whose page is named from the name itself. */
    public static Byline of(String name) {
        return new Byline(name.strip(), Slugs.of(name).orElse("author"));
    }

    /** Slugs and names as they are kept, side by side. */
    public static List<Byline> of(List<String> slugs, List<String> names) {
        return IntStream.range(0, slugs.size())
                .mapToObj(i -> new Byline(names.get(i), slugs.get(i)))
                .toList();
    }
}
