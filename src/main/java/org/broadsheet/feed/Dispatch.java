package org.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.story.Story;

/**
 * What a partner is given in one answer, whatever its format.
 *
 * @param next where it goes on
 */
record Dispatch(List<Item> items, Cursor next) {

    /** The newest change in it; the epoch where there is none, so that the same answer is the same bytes. */
    Instant newest() {
        return items.stream().map(Item::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    sealed interface Item {
        /** Never changes, whatever becomes of the story. */
        String guid();

        Instant at();

        /** A later one is greater: seconds since 1970, for corrections and withdrawals make no new version of the copy. */
        default long version() {
            return at().getEpochSecond();
        }
    }

    /** @param body XHTML, with the corrections; nothing where the contract does not give it */
    record Offered(String guid, Instant at, String url, Story story, Optional<String> body) implements Item {}

    /** The partner had it and has to take it from its readers. @param notice what the paper says of it; may be empty */
    record Canceled(String guid, Instant at, String notice) implements Item {}

    /** After the change of one story at one moment. */
    record Cursor(Instant at, long story) implements Comparable<Cursor> {
        private static final Pattern SHAPE = Pattern.compile("([0-9]{1,16})-([0-9]{1,18})");
        private static final long MICROS = 1_000_000;

        /** @throws IllegalArgumentException when it is none of ours */
        static Cursor of(String text) {
            Matcher parts = SHAPE.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "after is \"" + text + "\"; expected what the Link header of an answer says");
            }
            long micros = Long.parseLong(parts.group(1));
            return new Cursor(
                    Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000), Long.parseLong(parts.group(2)));
        }

        String text() {
            return at.getEpochSecond() * MICROS + at.getNano() / 1_000 + "-" + story;
        }

        @Override
        public int compareTo(Cursor other) {
            int times = at.compareTo(other.at);
            return times == 0 ? Long.compare(story, other.story) : times;
        }
    }
}
