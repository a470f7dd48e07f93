package org.broadsheet.desk.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.media.Photograph;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Section;
import org.broadsheet.story.State;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.board.Board;

/**
 * One story being written.
 *
 * @param id nothing for one that was never saved
 * @param over the version that is written on; 0 where there is none yet
 * @param photograph the one that the fields name
 * @param standing nothing for one that was never saved
 */
public record StoryPage(
        DeskFrame frame,
        Optional<StoryId> id,
        int over,
        StoryFields fields,
        Optional<Photograph> photograph,
        List<Section> sections,
        Optional<Board.Standing> standing,
        Said said,
        List<AuditLog.Entry> log) {

    /**
     * What the page has to say.
     *
     * @param done what was done; may be empty
     * @param problems why something was not done, each a sentence
     * @param clashes where somebody else has changed the same paragraph or line meanwhile
     */
    public record Said(String done, List<String> problems, List<Clash> clashes) {
        public static final Said NOTHING = new Said("", List.of(), List.of());

        public static Said done(String words) {
            return new Said(words, List.of(), List.of());
        }

        public static Said problems(List<String> problems) {
            return new Said("", problems, List.of());
        }
    }

    /** What stands now, and what the other had written there; either may be empty. */
    public record Clash(String here, String theirs) {}

    public boolean is(State state) {
        return standing.filter(now -> now.state() == state).isPresent();
    }

    /** May still be published for the first time, or again after it was withdrawn. */
    public boolean waits() {
        return !is(State.PUBLISHED);
    }

    public String action() {
        return id.map(story -> "/desk/stories/" + story.value()).orElse("/desk/stories");
    }

    /** Under which a browser keeps what was typed and not saved. */
    public String journal() {
        return id.map(story -> Long.toString(story.value())).orElse("new");
    }
}
