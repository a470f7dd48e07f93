package org.broadsheet.paywall.audit;

import java.time.Instant;
import java.util.List;

/**
 * What was read and what was found. Holds no guarded text: of a leak two words.
 *
 * @param surfaces what was read, by kind and reader
 * @param takenOut runs that were seen and are guarded, and stand in what is open too
 * @param said stories of which the paper itself says a piece of the guarded part openly
 * @param left known addresses that were not read because a bound was reached
 * @param silent addresses that gave no answer
 */
public record Report(
        Instant began,
        long millis,
        Compared compared,
        List<Row> surfaces,
        List<Leak> leaks,
        int takenOut,
        List<Said> said,
        int left,
        List<String> silent) {

    /** What it was compared with. @param runs of eight words of guarded text */
    public record Compared(long stories, long guarded, long runs) {}

    /**
     * One kind of surface as one reader had it.
     *
     * @param responses how many
     * @param bytes as they came over the wire
     * @param runs of eight words in them that were compared
     * @param opened responses with a metered story that the meter opened, kept by nobody, as it should be
     */
    public record Row(String kind, String reader, int responses, long bytes, long runs, int opened, int leaks) {}

    /**
     * Guarded text where it should not be.
     *
     * @param address cut where it holds guarded text itself
     * @param reader who was sent it
     * @param why in words
     * @param story the address of the story whose text it is
     * @param runs of eight words, at least
     * @param excerpt its first word and its last
     * @param ways in which the address was asked for
     */
    public record Leak(
            String kind,
            String address,
            String reader,
            String why,
            String story,
            int runs,
            String excerpt,
            List<String> ways) {}

    /**
     * A piece of the guarded part that stands in the same story's open words.
     *
     * @param place headline, standfirst, correction …
     */
    public record Said(String story, String place, int runs) {}

    public boolean isClean() {
        return leaks.isEmpty();
    }

    public int responses() {
        return surfaces.stream().mapToInt(Row::responses).sum();
    }
}
