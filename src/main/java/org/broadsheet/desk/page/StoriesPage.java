package org.broadsheet.desk.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.story.State;
import org.broadsheet.story.board.Board;

/**
 * The stories in work.
 *
 * @param sections names by slug
 * @param state only these, where one is chosen
 * @param words what was searched for; may be empty
 * @param onward the address of the rest of the list
 */
public record StoriesPage(
        DeskFrame frame,
        List<Board.Entry> stories,
        Map<String, String> sections,
        Optional<State> state,
        String words,
        Optional<String> onward) {
    public String section(Board.Entry story) {
        return sections.getOrDefault(story.section(), story.section());
    }

    public List<State> states() {
        return List.of(State.values());
    }
}
