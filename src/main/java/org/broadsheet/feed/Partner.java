package org.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who has the paper's own stories by contract.
 *
 * @param sections slugs of those whose stories it has; none for all
 * @param asked when it last came for them
 * @param stories that it was given so far
 */
public record Partner(
        String name, List<String> sections, Bodies bodies, Instant added, Optional<Instant> asked, long stories) {

    /** Which stories come with their text; of the others there are headline, standfirst and address. */
    public enum Bodies {
        /** Those that everybody may read. */
        OPEN,
        /** All. */
        WHOLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean has(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
