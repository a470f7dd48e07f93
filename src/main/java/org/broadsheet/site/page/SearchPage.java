package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;

/**
 * Answers from the archive.
 *
 * @param query as the reader wrote it; empty when nothing has been asked
 * @param total stories found in all
 * @param meant another spelling that finds more
 * @param readAs the spelling that was answered, because the one asked finds nothing
 */
public record SearchPage(
        Frame frame,
        String query,
        Order order,
        int total,
        List<Hit> hits,
        Paging paging,
        Optional<Link> meant,
        Optional<String> readAs) {

    /** So many stories mean that there may be more. */
    private static final int MANY = 1_000;

    /** The field {@code sort}. */
    public enum Order {
        BEST,
        NEWEST
    }

    /**
     * A story found.
     *
     * @param excerpt pieces of what may be shown, the found words marked
     */
    public record Hit(Card card, List<Piece> headline, List<Piece> excerpt) {}

    /** Words, and whether they are what was looked for. */
    public record Piece(String text, boolean found) {}

    public boolean asked() {
        return !query.isBlank();
    }

    /** The text that says how many there are. */
    public String found() {
        return total < MANY ? "search.found" : "search.found-many";
    }

    public boolean newest() {
        return order == Order.NEWEST;
    }
}
