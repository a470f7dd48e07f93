package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.base.http.Onward;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.WireItemPage;
import org.broadsheet.desk.page.WirePage;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.inbox.Inbox;
import org.broadsheet.wire.take.Took;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The inbox of the wire. An action has {@code do} (take, publish, hold, decline, return), {@code section} and {@code reach}
 * where a story is made, and {@code to}, where to go on.
 */
@Controller
class WireResource {
    private static final int ON_A_PAGE = 50;
    private static final int LONGEST_QUESTION = 200;

    private final Newsroom newsroom;
    private final Inbox inbox;
    private final WireDesk desk;
    private final Wire wire;
    private final InPrint inPrint;

    WireResource(Newsroom newsroom, Inbox inbox, WireDesk desk, Wire wire, InPrint inPrint) {
        this.newsroom = newsroom;
        this.inbox = inbox;
        this.desk = desk;
        this.wire = wire;
        this.inPrint = inPrint;
    }

    @GetMapping("/desk/wire")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            String q = Newsroom.field(request, "q").strip();
            String source = Newsroom.field(request, "source");
            String marked = Newsroom.field(request, "mark");
            String after = Newsroom.field(request, "after");
            String words = q.substring(0, Math.min(q.length(), LONGEST_QUESTION));
            Optional<Inbox.Mark> mark = mark(marked);
            List<Inbox.Entry> found =
                    found(words, source, mark, Keyset.of(after).orElse(Keyset.TOP));
            String here = "/desk/wire?q=" + Newsroom.encoded(words) + "&source=" + Newsroom.encoded(source) + "&mark="
                    + Newsroom.encoded(marked);
            Optional<String> onward = found.size() < ON_A_PAGE || mark.isPresent()
                    ? Optional.empty()
                    : Optional.of(here + "&after=" + found.getLast().place().text());
            return newsroom.page(
                    200, "wire", new WirePage(frame, found, inbox.sources(), source, mark, words, onward, here));
        });
    }

    @GetMapping("/desk/wire/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> item(@PathVariable long id, HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> page(200, frame, id, ""));
    }

    @PostMapping("/desk/wire/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> act(@PathVariable long id, HttpServletRequest request) {
        String deed = Newsroom.field(request, "do");
        return newsroom.change(
                request, deed.equals("publish") ? Role.EDITOR : Role.REPORTER, (frame, known) -> switch (deed) {
                    case "take", "publish" -> made(id, deed, request, frame, known);
                    case "hold" ->
                        marked(inbox.mark(id, Inbox.Mark.HELD, Newsroom.actor(known), newsroom.now()), request, frame);
                    case "decline" ->
                        marked(
                                inbox.mark(id, Inbox.Mark.DECLINED, Newsroom.actor(known), newsroom.now()),
                                request,
                                frame);
                    default -> marked(inbox.unmark(id) || inbox.find(id).isPresent(), request, frame);
                });
    }

    private ResponseEntity<byte[]> made(
            long id, String deed, HttpServletRequest request, DeskFrame frame, Known known) {
        Optional<WireStories.Place> place = place(request);
        if (place.isEmpty()) {
            return page(Newsroom.REFUSED, frame, id, frame.say("desk.wire.section"));
        }
        Took took = deed.equals("publish")
                ? desk.publish(id, place.get(), Newsroom.actor(known), newsroom.now())
                : desk.take(id, place.get(), Newsroom.actor(known), newsroom.now());
        return switch (took) {
            case Took.Made(StoryId story) -> onward(story, "taken");
            case Took.Already(StoryId story) -> onward(story, "already");
            case Took.Published(StoryId story, var _) -> onward(story, "publish");
            case Took.Embargoed(StoryId story, var _) -> onward(story, "schedule");
            case Took.Waiting(StoryId story, var _) -> onward(story, "waiting");
            case Took.NoSuchItem() -> newsroom.nowhere(frame);
            case Took.NotAllowed(var _) -> page(Newsroom.REFUSED, frame, id, frame.say("desk.wire.not-allowed"));
            case Took.NoText() -> page(Newsroom.REFUSED, frame, id, frame.say("desk.wire.no-text"));
        };
    }

    private static ResponseEntity<byte[]> onward(StoryId story, String done) {
        return ForOne.onward("/desk/stories/" + story.value() + "?done=" + done);
    }

    private ResponseEntity<byte[]> marked(boolean there, HttpServletRequest request, DeskFrame frame) {
        String to = Onward.to(Newsroom.field(request, "to"));
        return there ? ForOne.onward(to.startsWith("/desk/wire") ? to : "/desk/wire") : newsroom.nowhere(frame);
    }

    private ResponseEntity<byte[]> page(int status, DeskFrame frame, long id, String problem) {
        return inbox.find(id)
                .map(look -> newsroom.page(
                        status,
                        "wireItem",
                        new WireItemPage(
                                frame,
                                look,
                                wire.history(look.entry().source(), look.item().guid())
                                        .reversed(),
                                inPrint.sections(),
                                problem)))
                .orElseGet(() -> newsroom.nowhere(frame));
    }

    /** Where it is to stand; the first section where none is said. */
    private Optional<WireStories.Place> place(HttpServletRequest request) {
        String wanted = Newsroom.field(request, "section");
        List<Section> sections = inPrint.sections();
        String reach = Newsroom.field(request, "reach");
        return sections.stream()
                .filter(section -> wanted.isEmpty() || section.slug().equals(wanted))
                .findFirst()
                .map(section -> new WireStories.Place(
                        section.slug(),
                        List.of(),
                        Arrays.stream(Reach.values())
                                .filter(each -> each.word().equals(reach))
                                .findFirst()
                                .orElse(Reach.EVERYONE),
                        newsroom.language()));
    }

    private List<Inbox.Entry> found(String words, String source, Optional<Inbox.Mark> mark, Keyset after) {
        if (!words.isEmpty()) {
            return inbox.called(words, after, ON_A_PAGE);
        }
        if (mark.isPresent()) {
            return inbox.marked(mark.get(), Inbox.MOST);
        }
        return source.isEmpty() ? inbox.newest(after, ON_A_PAGE) : inbox.newest(source, after, ON_A_PAGE);
    }

    private static Optional<Inbox.Mark> mark(String word) {
        return Arrays.stream(Inbox.Mark.values())
                .filter(mark -> mark.word().equals(word))
                .findFirst();
    }
}
