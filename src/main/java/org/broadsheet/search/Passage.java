package org.broadsheet.search;

import java.util.List;
import java.util.stream.Collectors;

/** Plain text in pieces, those that answer the question marked. A page prints the pieces, escaped, and marks them. */
public record Passage(List<Piece> pieces) {

    /** @param found true for what answers the question */
    public record Piece(String text, boolean found) {}

    /** The whole, without its marks. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    public boolean isMarked() {
        return pieces.stream().anyMatch(Piece::found);
    }
}
