package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.board.Board;

/** All saves of one story, the newest first. */
public record VersionsPage(DeskFrame frame, StoryId id, List<Board.Save> saves) {}
