package org.broadsheet.site.page;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.story.Access;

/** What an article page says about how far, and by what right, its reader reads. */
public sealed interface Reading {

    /** All of it, and nothing needs saying. */
    record Whole() implements Reading {}

    /** All of it, as somebody's gift. @param from where the page tells whose */
    record Gift(String from) implements Reading {}

    /**
     * All of it, as one of the month's free stories.
     *
     * @param left how many more there are
     * @param resets the day on which the count begins anew, in words
     */
    record Metered(int left, String resets) implements Reading {}

    /**
     * The beginning.
     *
     * @param minutesLeft how long the rest takes to read, at least 1
     * @param most how many stories of this kind are free in a month
     * @param resets as of {@link Metered}; only where that is why
     */
    record Wall(Access.Reason why, int minutesLeft, int most, Optional<String> resets) implements Reading {

        /** Begins the keys of its texts. */
        public String key() {
            return "wall." + why.name().toLowerCase(Locale.ROOT);
        }
    }
}
