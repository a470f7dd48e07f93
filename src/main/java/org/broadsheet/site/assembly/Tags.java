package org.broadsheet.site.assembly;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;

/** Gathers what a page shows, in the words of the changes that make it stale. */
final class Tags {
    private final Set<String> tags = new TreeSet<>();

    /** Every page shows the sections. */
    Tags() {
        tags.add("sections:all");
    }

    Tags story(StoryId id) {
        tags.add("story:" + id);
        return this;
    }

    Tags stories(Collection<Teaser> teasers) {
        teasers.forEach(teaser -> story(teaser.id()));
        return this;
    }

    Tags section(String slug) {
        tags.add("section:" + slug);
        return this;
    }

    Tags topic(String slug) {
        tags.add("topic:" + slug);
        return this;
    }

    Tags author(String slug) {
        tags.add("author:" + slug);
        return this;
    }

    /** Anything printed or taken back anywhere makes it stale. */
    Tags front() {
        tags.add("front:all");
        return this;
    }

    Set<String> all() {
        return tags;
    }
}
