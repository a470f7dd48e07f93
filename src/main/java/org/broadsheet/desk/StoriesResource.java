package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.desk.page.StoriesPage;
import org.broadsheet.reader.Role;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.State;
import org.broadsheet.story.board.Board;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The stories in work: those saved last, of one state ({@code state}), or with words in their headline ({@code q}). */
@Controller
class StoriesResource {
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_QUESTION = 200;

    private final Newsroom newsroom;
    private final Board board;
    private final InPrint inPrint;

    StoriesResource(Newsroom newsroom, Board board, InPrint inPrint) {
        this.newsroom = newsroom;
        this.board = board;
        this.inPrint = inPrint;
    }

    @GetMapping("/desk")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            String q = Newsroom.field(request, "q").strip();
            String chosen = Newsroom.field(request, "state");
            String after = Newsroom.field(request, "after");
            String words = q.substring(0, Math.min(q.length(), LONGEST_QUESTION));
            Optional<State> state = state(chosen);
            List<Board.Entry> found = found(words, state, Keyset.of(after).orElse(Keyset.TOP));
            return newsroom.page(
                    200,
                    "stories",
                    new StoriesPage(frame, found, sections(), state, words, onward(found, words, chosen)));
        });
    }

    private Map<String, String> sections() {
        return inPrint.sections().stream().collect(Collectors.toMap(Section::slug, Section::name));
    }

    private List<Board.Entry> found(String words, Optional<State> state, Keyset after) {
        if (!words.isEmpty()) {
            return board.called(words, after, ON_A_PAGE);
        }
        return state.map(one -> board.latest(one, after, ON_A_PAGE)).orElseGet(() -> board.latest(after, ON_A_PAGE));
    }

    private static Optional<State> state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private static Optional<String> onward(List<Board.Entry> found, String words, String state) {
        return found.size() < ON_A_PAGE
                ? Optional.empty()
                : Optional.of("/desk?q=" + Newsroom.encoded(words) + "&state=" + Newsroom.encoded(state) + "&after="
                        + found.getLast().place().text());
    }
}
