package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.story.StoryId;

/**
 * How one version differs from another.
 *
 * @param version the one that is looked at
 * @param against the one before it, or another that was chosen; 0 for nothing
 * @param latest whether it is the newest
 */
public record VersionPage(DeskFrame frame, StoryId id, int version, int against, boolean latest, List<Line> lines) {

    /** A line or a paragraph, in pieces. @param name the key of the field's name; may be empty */
    public record Line(String name, List<Piece> pieces) {}

    /** Some words: taken out, put in, or in both. */
    public record Piece(Kind kind, String words) {}

    /** Where words stand. */
    public enum Kind {
        BOTH,
        OUT,
        IN
    }
}
