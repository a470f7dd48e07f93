package org.broadsheet.site.assembly;

import java.util.Optional;
import org.broadsheet.base.Slugs;
import org.broadsheet.story.Address;

/** Which page a path names, by its shape alone. */
sealed interface Route {
    record Front() implements Route {}

    /** Perhaps a section: only the database knows. */
    record SectionList(String slug) implements Route {}

    record TopicList(String slug) implements Route {}

    record AuthorList(String slug) implements Route {}

    record StoryAt(Address address) implements Route {}

    record NotOurs() implements Route {}

    static Route of(String path) {
        if (path.equals("/")) {
            return new Front();
        }
        Optional<Address> address = Address.of(path);
        if (address.isPresent()) {
            return new StoryAt(address.get());
        }
        String[] parts = path.substring(1).split("/", -1);
        if (parts.length == 1 && Slugs.isSlug(parts[0])) {
            return new SectionList(parts[0]);
        }
        if (parts.length == 2 && Slugs.isSlug(parts[1])) {
            return switch (parts[0]) {
                case "topics" -> new TopicList(parts[1]);
                case "authors" -> new AuthorList(parts[1]);
                default -> new NotOurs();
            };
        }
        return new NotOurs();
    }
}
