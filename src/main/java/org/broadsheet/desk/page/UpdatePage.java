package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.wire.update.Update;

/**
 * What an agency's update would make of a story.
 *
 * @param printed whether readers have the story
 * @param note a correction, drafted or as an editor has typed it
 */
public record UpdatePage(
        DeskFrame frame, Update.Look look, List<Piece> pieces, boolean printed, String note, List<String> problems) {

    /**
     * A line or a paragraph.
     *
     * @param label the key of the field's name; empty for a paragraph of the body
     * @param clash its number, 0 where nothing clashes
     * @param fromAgency the agency's new words, where nothing clashes
     * @param here what stands, or the desk's words in a clash
     * @param theirs the agency's words in a clash
     */
    public record Piece(String label, int clash, boolean fromAgency, SafeHtml here, SafeHtml theirs) {}
}
