package org.broadsheet.desk;

import java.util.List;
import java.util.Optional;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.StoryFields;
import org.broadsheet.desk.page.StoryPage;
import org.broadsheet.desk.page.StoryPage.Said;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Copy;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.State;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.board.Board;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page on which a story is written, in each of the ways it comes back. */
@Component
class StoryPages {
    private final Newsroom newsroom;
    private final Board board;
    private final InPrint inPrint;
    private final Photographs photographs;
    private final AuditLog log;

    StoryPages(Newsroom newsroom, Board board, InPrint inPrint, Photographs photographs, AuditLog log) {
        this.newsroom = newsroom;
        this.board = board;
        this.inPrint = inPrint;
        this.photographs = photographs;
        this.log = log;
    }

    ResponseEntity<byte[]> page(int status, StoryPage page) {
        return newsroom.page(status, "story", page);
    }

    StoryPage unsaved(DeskFrame frame, StoryFields fields, Said said) {
        return new StoryPage(
                frame,
                Optional.empty(),
                0,
                fields,
                photograph(fields),
                inPrint.sections(),
                Optional.empty(),
                said,
                List.of());
    }

    /** What was typed and could not be kept, to be typed on. */
    StoryPage typed(DeskFrame frame, Optional<StoryId> id, int over, StoryFields fields, Said said) {
        return new StoryPage(
                frame,
                id,
                over,
                fields,
                photograph(fields),
                inPrint.sections(),
                id.flatMap(board::standing),
                said,
                id.map(story -> log.about(StoryDesk.subject(story))).orElse(List.of()));
    }

    /** The same for somebody of whom nobody knows who it is: nothing but what they have typed themselves. */
    StoryPage signedOut(DeskFrame frame, Optional<StoryId> id, int over, StoryFields fields) {
        Said said = Said.problems(List.of(frame.say("desk.signed-out")));
        return new StoryPage(
                frame, id, over, fields, Optional.empty(), inPrint.sections(), Optional.empty(), said, List.of());
    }

    /** As it is kept. */
    Optional<StoryPage> kept(DeskFrame frame, StoryId id, Said said) {
        Optional<Board.Standing> standing = board.standing(id);
        return standing.flatMap(now -> board.version(id, now.latest()).map(copy -> {
            StoryFields fields = StoryForm.of(copy);
            return new StoryPage(
                    frame,
                    Optional.of(id),
                    now.latest(),
                    fields,
                    photograph(fields),
                    inPrint.sections(),
                    standing,
                    said,
                    log.about(StoryDesk.subject(id)));
        }));
    }

    private Optional<Photograph> photograph(StoryFields fields) {
        String number = fields.value(StoryFields.PHOTOGRAPH).strip();
        return number.matches("[1-9][0-9]{0,17}")
                ? photographs.find(new PhotographId(Long.parseLong(number)))
                : Optional.empty();
    }

    boolean isPublished(StoryId id) {
        return board.standing(id).filter(now -> now.state() == State.PUBLISHED).isPresent();
    }

    Optional<Copy> latest(StoryId id) {
        return board.standing(id).flatMap(now -> board.version(id, now.latest()));
    }

    /** @throws IllegalArgumentException where it names a photograph that the library does not have */
    void check(Copy copy) {
        if (copy.photograph().isPresent()) {
            PhotographId wanted = copy.photograph().get();
            if (photographs.find(wanted).isEmpty()) {
                throw new IllegalArgumentException(
                        "the library has no photograph " + wanted.value() + "; leave the field empty for none");
            }
        }
    }

    /** Why something was not done, each reason a sentence. */
    List<String> words(DeskFrame frame, Printed refused) {
        return switch (refused) {
            case Printed.NotYet(List<String> missing) ->
                missing.stream()
                        .map(what -> frame.say(what.equals("a headline") ? "desk.wants.headline" : "desk.wants.body"))
                        .toList();
            case Printed.Held(List<String> objections) -> objections;
            case Printed.WrongState(var state) ->
                List.of(frame.say("desk.wrong-state", frame.say("desk.state." + state.word())));
            default -> List.of(frame.say("desk.nowhere.text"));
        };
    }
}
