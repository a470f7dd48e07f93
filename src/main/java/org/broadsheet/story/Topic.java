package org.broadsheet.story;

import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.base.Slugs;

/**
 * What stories are about, across sections.
 *
 * @param slug its address, {@code /topics/{slug}}
 * @param name 1 to 60 characters
 */
public record Topic(String slug, String name) {
    public Topic {
        if (!Slugs.isSlug(slug)) {
            throw new IllegalArgumentException("topic slug is \"" + slug + "\"; expected a-z, 0-9 and hyphens");
        }
        checkName(name);
    }

    /** Slugs and names as they are kept, side by side. */
    public static List<Topic> of(List<String> slugs, List<String> names) {
        return IntStream.range(0, slugs.size())
                .mapToObj(i -> new Topic(slugs.get(i), names.get(i)))
                .toList();
    }

    static void checkName(String name) {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("name is \"" + name + "\"; expected 1 to 60 characters");
        }
    }
}
