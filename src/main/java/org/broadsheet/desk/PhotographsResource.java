package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.PhotographPage;
import org.broadsheet.desk.page.PhotographsPage;
import org.broadsheet.desk.page.StoryPage.Said;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.media.library.Library;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.story.board.Board;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The library of photographs: looked through by words ({@code q}), taken in ({@code picture} and what is said of it), described. */
@Controller
class PhotographsResource {
    private static final int ON_A_PAGE = 48;
    private static final int LONGEST_QUESTION = 200;
    private static final int TOO_LARGE = 413;

    private final Newsroom newsroom;
    private final Library library;
    private final Photographs photographs;
    private final PhotographDesk desk;
    private final Board board;

    PhotographsResource(Newsroom newsroom, Library library, Photographs photographs, PhotographDesk desk, Board board) {
        this.newsroom = newsroom;
        this.library = library;
        this.photographs = photographs;
        this.desk = desk;
        this.board = board;
    }

    @GetMapping("/desk/photographs")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return newsroom.open(
                request,
                Role.REPORTER,
                (frame, known) -> newsroom.page(200, "photographs", page(frame, request, Said.NOTHING)));
    }

    @PostMapping("/desk/photographs")
    ResponseEntity<byte[]> take(HttpServletRequest request) {
        return newsroom.change(request, Role.REPORTER, (frame, known) -> {
            try {
                if (!Sent.read(request, true)) {
                    return newsroom.message(TOO_LARGE, frame, "desk.large");
                }
                return taken(frame, request, known);
            } catch (IllegalArgumentException unfit) {
                return refused(frame, request, Newsroom.REFUSED, String.valueOf(unfit.getMessage()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @GetMapping("/desk/photographs/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> photograph(
            @PathVariable long id, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            Said said = done.equals("taken") || done.equals("described")
                    ? Said.done(frame.say("desk.picture.done." + done))
                    : Said.NOTHING;
            return shown(frame, 200, new PhotographId(id), said);
        });
    }

    @PostMapping("/desk/photographs/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> describe(@PathVariable long id, HttpServletRequest request) {
        return newsroom.change(request, Role.REPORTER, (frame, known) -> {
            PhotographId photograph = new PhotographId(id);
            try {
                return desk.describe(
                                photograph, PhotographDesk.details(request, ""), Newsroom.actor(known), newsroom.now())
                        ? ForOne.onward("/desk/photographs/" + id + "?done=described")
                        : newsroom.nowhere(frame);
            } catch (IllegalArgumentException unfit) {
                Said said = Said.problems(List.of(String.valueOf(unfit.getMessage())));
                return shown(frame, Newsroom.REFUSED, photograph, said);
            }
        });
    }

    private ResponseEntity<byte[]> taken(DeskFrame frame, HttpServletRequest request, Known known) throws IOException {
        Optional<Photograph> taken = desk.taken(request, frame, Newsroom.actor(known), newsroom.now());
        return taken.map(photograph ->
                        ForOne.onward("/desk/photographs/" + photograph.id().value() + "?done=taken"))
                .orElseGet(() -> refused(frame, request, Newsroom.REFUSED, frame.say("desk.picture.none")));
    }

    private ResponseEntity<byte[]> refused(DeskFrame frame, HttpServletRequest request, int status, String why) {
        return newsroom.page(status, "photographs", page(frame, request, Said.problems(List.of(why))));
    }

    private ResponseEntity<byte[]> shown(DeskFrame frame, int status, PhotographId id, Said said) {
        return photographs
                .find(id)
                .map(photograph -> newsroom.page(
                        status,
                        "photograph",
                        new PhotographPage(frame, photograph, board.showing(id), desk.log(id), said)))
                .orElseGet(() -> newsroom.nowhere(frame));
    }

    private PhotographsPage page(DeskFrame frame, HttpServletRequest request, Said said) {
        String q = Newsroom.field(request, "q").strip();
        String words = q.substring(0, Math.min(q.length(), LONGEST_QUESTION));
        Keyset after = Keyset.of(Newsroom.field(request, "after")).orElse(Keyset.TOP);
        List<Library.Entry> found =
                words.isEmpty() ? library.latest(after, ON_A_PAGE) : library.called(words, after, ON_A_PAGE);
        Optional<String> onward = found.size() < ON_A_PAGE
                ? Optional.empty()
                : Optional.of("/desk/photographs?q=" + Newsroom.encoded(words) + "&after="
                        + found.getLast().place().text());
        return new PhotographsPage(frame, found, words, onward, said);
    }
}
