package org.broadsheet.search;

import java.util.List;
import java.util.Optional;

/** What the archive answers. */
public sealed interface Answer {
    /** There was no word to look for. */
    record NothingAsked() implements Answer {}

    /** The question took longer than a reader should wait; a simpler one will do. */
    record TooLong() implements Answer {}

    /**
     * What was found.
     *
     * @param total at most {@link #MOST}, which then means "at least so many"
     * @param readAs the question that was answered instead, because the one asked finds nothing
     * @param suggested another question that finds far more
     * @param more true when another page follows
     */
    record Results(
            Query query, List<Hit> hits, int total, Optional<String> readAs, Optional<String> suggested, boolean more)
            implements Answer {
        /** Newer and better matches than this many are not looked for. */
        public static final int MOST = Query.PAGE_SIZE * Query.LAST_PAGE;

        public boolean isCapped() {
            return total >= MOST;
        }
    }
}
