package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;

/**
 * Answers from the archive.
 *
 * @param query as the reader wrote it; empty when nothing has been asked
 * @param total stories found in all
 * @param meant another spelling that finds more
 */
public record SearchPage(
        Frame frame, String query, Order order, int total, List<Hit> hits, Paging paging, Optional<Link> meant) {

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

    public boolean newest() {
        return order == Order.NEWEST;
    }
}
