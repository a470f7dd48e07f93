package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.desk.StoryDesk.Outcome;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.StoryFields;
import org.broadsheet.desk.page.StoryPage.Said;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Writing a story. A form has the fields of {@link StoryFields}, {@code over}, the version that was before whoever typed,
 * and {@code do}, a word of {@link Deed.What}.
 */
@Controller
class StoryResource {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SIGNED_OUT = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    /** What may have been done beside what the buttons of a story do. */
    private static final Set<String> OTHERS = Set.of("joined", "restore", "taken", "already", "waiting", "dismiss");

    private final Newsroom newsroom;
    private final StoryDesk desk;
    private final StoryPages pages;
    private final PhotographDesk photographs;

    StoryResource(Newsroom newsroom, StoryDesk desk, StoryPages pages, PhotographDesk photographs) {
        this.newsroom = newsroom;
        this.desk = desk;
        this.pages = pages;
        this.photographs = photographs;
    }

    @GetMapping("/desk/stories/new")
    ResponseEntity<byte[]> blank(HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            StoryFields fields = new StoryFields(Map.of(
                    StoryFields.FORM, newName(),
                    StoryFields.BYLINES, known.name(),
                    StoryFields.LANGUAGE, newsroom.language().tag(),
                    StoryFields.REACH, Reach.EVERYONE.word()));
            return pages.page(200, pages.unsaved(frame, fields, Said.NOTHING));
        });
    }

    @GetMapping("/desk/stories/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> story(
            @PathVariable long id, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return newsroom.open(
                request,
                Role.REPORTER,
                (frame, known) -> pages.kept(frame, new StoryId(id), said(frame, done))
                        .map(page -> pages.page(200, page))
                        .orElseGet(() -> newsroom.nowhere(frame)));
    }

    @PostMapping("/desk/stories")
    ResponseEntity<byte[]> make(HttpServletRequest request) {
        return written(request, Optional.empty());
    }

    @PostMapping("/desk/stories/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> save(@PathVariable long id, HttpServletRequest request) {
        return written(request, Optional.of(new StoryId(id)));
    }

    private ResponseEntity<byte[]> written(HttpServletRequest request, Optional<StoryId> id) {
        boolean hasRunOut = newsroom.hasRunOut(request);
        if (!Sent.read(request, newsroom.isStaff(request))) {
            return newsroom.change(
                    request, Role.REPORTER, (frame, known) -> newsroom.message(TOO_LARGE, frame, "desk.large"));
        }
        StoryFields fields = fields(request);
        int over = over(request);
        if (hasRunOut) {
            DeskFrame frame = newsroom.frame(Optional.empty());
            return pages.page(SIGNED_OUT, pages.signedOut(frame, id, over, fields));
        }
        Deed.What what = Deed.What.of(Newsroom.field(request, "do")).orElse(Deed.What.SAVE);
        return newsroom.change(request, Role.REPORTER, (frame, known) -> {
            if (!known.may(what.role())) {
                Said said = Said.problems(List.of(frame.say("desk.above.text")));
                return pages.page(FORBIDDEN, pages.typed(frame, id, over, fields, said));
            }
            StoryFields now = fields;
            try {
                now = withPicture(request, frame, known, fields);
                Deed deed = deed(frame, what, now);
                return answer(frame, deed, id.isEmpty(), work(known, id, over, now, deed));
            } catch (IllegalArgumentException unfit) {
                Said said = Said.problems(List.of(String.valueOf(unfit.getMessage())));
                return pages.page(Newsroom.REFUSED, pages.typed(frame, id, over, now, said));
            }
        });
    }

    /** A picture that came with the form goes into the library, and above the story. */
    private StoryFields withPicture(HttpServletRequest request, DeskFrame frame, Known known, StoryFields fields) {
        try {
            return photographs
                    .taken(request, frame, Newsroom.actor(known), newsroom.now())
                    .map(taken -> fields.with(
                            StoryFields.PHOTOGRAPH, Long.toString(taken.id().value())))
                    .orElse(fields);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Outcome work(Known known, Optional<StoryId> id, int over, StoryFields fields, Deed deed) {
        Optional<Copy> before = id.flatMap(pages::latest);
        Copy copy = StoryForm.read(fields, before);
        pages.check(copy);
        var task = new StoryDesk.Task(deed, Newsroom.actor(known), newsroom.now());
        return id.map(story -> desk.save(story, over, copy, task)).orElseGet(() -> desk.make(form(fields), copy, task));
    }

    /** A name that no page of ours has given is none: such a form is one of its own. */
    private static String form(StoryFields fields) {
        String name = fields.value(StoryFields.FORM);
        return name.matches("[0-9a-f]{32}") ? name : newName();
    }

    private static String newName() {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private ResponseEntity<byte[]> answer(DeskFrame frame, Deed deed, boolean isNew, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Nowhere() -> newsroom.nowhere(frame);
            case Outcome.Done(StoryId id, var clashes, boolean joined)
            when clashes.isEmpty() ->
                ForOne.onward("/desk/stories/" + id.value() + "?done="
                        + (joined && deed.what() == Deed.What.SAVE
                                ? "joined"
                                : deed.what().word())
                        + (isNew ? "&from=new" : ""));
            case Outcome.Done(StoryId id, var clashes, boolean joined) ->
                now(frame, 200, id, new Said(frame.say("desk.done.joined"), List.of(), clashes));
            case Outcome.Kept(StoryId id, var clashes, var why) ->
                now(frame, Newsroom.REFUSED, id, new Said("", pages.words(frame, why), clashes));
        };
    }

    private ResponseEntity<byte[]> now(DeskFrame frame, int status, StoryId id, Said said) {
        return pages.kept(frame, id, said)
                .map(page -> pages.page(status, page))
                .orElseGet(() -> newsroom.nowhere(frame));
    }

    private Deed deed(DeskFrame frame, Deed.What what, StoryFields fields) {
        Deed deed = new Deed(
                what,
                what == Deed.What.SCHEDULE ? StoryForm.when(fields, newsroom.zone()) : Optional.empty(),
                note(what, fields).strip());
        boolean late = what == Deed.What.SCHEDULE
                && deed.when().filter(newsroom.now()::isBefore).isEmpty();
        if (late || (what == Deed.What.CORRECT && deed.note().isEmpty())) {
            throw new IllegalArgumentException(frame.say("desk.wants." + what.word()));
        }
        return deed;
    }

    private static String note(Deed.What what, StoryFields fields) {
        return switch (what) {
            case CORRECT -> fields.value(StoryFields.NOTE);
            case WITHDRAW -> fields.value(StoryFields.NOTICE);
            default -> "";
        };
    }

    private static Said said(DeskFrame frame, String done) {
        boolean known = OTHERS.contains(done) || Deed.What.of(done).isPresent();
        return known ? Said.done(frame.say("desk.done." + done)) : Said.NOTHING;
    }

    private static StoryFields fields(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        for (String name : StoryFields.NAMES) {
            typed.put(name, Newsroom.field(request, name));
        }
        return new StoryFields(typed);
    }

    /** What is no number is taken for the oldest version: then everything that was saved since is brought together. */
    private static int over(HttpServletRequest request) {
        String typed = Newsroom.field(request, "over");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 1;
    }
}
