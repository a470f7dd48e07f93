package org.broadsheet.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A feed as a whole, in any format.
 *
 * @param id never changes
 * @param home the page it is the feed of
 * @param self where it is itself
 * @param icon for readers' programs
 * @param updated when what it shows last changed; the epoch while it shows nothing
 * @param entries newest first
 */
record Channel(
        String id,
        String paper,
        String title,
        String description,
        String home,
        String self,
        String icon,
        String language,
        ZoneId zone,
        Instant updated,
        List<Entry> entries,
        List<Gone> gone) {

    /**
     * One story, as much of it as everyone may have.
     *
     * @param id never changes, whatever becomes of headline and address
     * @param html the whole body with absolute links; only of stories that are for everyone
     */
    record Entry(
            String id,
            String url,
            String title,
            String summary,
            Optional<String> html,
            List<Person> people,
            Optional<String> agency,
            List<Category> categories,
            String language,
            Instant published,
            Instant updated,
            Optional<Image> image) {}

    record Person(String name, String url) {}

    /** @param url of the page that lists it */
    record Category(String term, String name, String url) {}

    /** @param bytes how large it is */
    record Image(String url, String type, int width, int height, int bytes, String caption, String credit) {}

    /** A story that the paper took back. */
    record Gone(String id, Instant when) {}
}
