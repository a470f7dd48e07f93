package org.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.story.Story;

/**
 * What a partner is given in one answer, whatever its format.
 *
 * @param next where it goes on
 */
record Dispatch(List<Item> items, Keyset next) {

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
}
