package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.desk.page.StoryPage.Said;
import org.broadsheet.media.Photograph;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.board.Board;

/**
 * One photograph and what is said about it.
 *
 * @param above the stories whose latest version shows it on top
 */
public record PhotographPage(
        DeskFrame frame, Photograph photograph, List<Board.Entry> above, List<AuditLog.Entry> log, Said said) {}
