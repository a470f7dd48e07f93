package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.UpdatePage;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Merged;
import org.broadsheet.wire.merge.Part;
import org.broadsheet.wire.merge.Side;
import org.broadsheet.wire.update.Update;
import org.broadsheet.wire.update.Updates;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * An agency's update of a story, merged and waiting. A decision has {@code number} and {@code version}, what was looked at,
 * {@code clash-1} and so on (desk, agency or both), {@code do} (save, publish, correct, dismiss) and {@code note}.
 */
@Controller
class UpdateResource {
    private static final String HERE = "/desk/stories/{id:[0-9]{1,18}}/update";
    private static final int LONGEST_NOTE = 2_000;

    private final Newsroom newsroom;
    private final Updates updates;
    private final StoryPages pages;

    UpdateResource(Newsroom newsroom, Updates updates, StoryPages pages) {
        this.newsroom = newsroom;
        this.updates = updates;
        this.pages = pages;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> look(@PathVariable long id, HttpServletRequest request) {
        return newsroom.open(
                request,
                Role.REPORTER,
                (frame, known) -> page(200, frame, new StoryId(id), Optional.empty(), List.of()));
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> decide(@PathVariable long id, HttpServletRequest request) {
        StoryId story = new StoryId(id);
        return newsroom.change(request, Role.EDITOR, (frame, known) -> {
            String note = Newsroom.field(request, "note").strip();
            String deed = Newsroom.field(request, "do");
            if (deed.equals("correct") && (note.isEmpty() || note.length() > LONGEST_NOTE)) {
                List<String> problem = List.of(frame.say("desk.wants.correct"));
                return page(Newsroom.REFUSED, frame, story, Optional.of(note), problem);
            }
            return switch (decided(story, deed, note, request, known)) {
                case Update.Decided.Done(int _) -> onward(story, deed);
                case Update.Decided.Already() -> onward(story, "");
                case Update.Decided.LookAgain() ->
                    page(Newsroom.REFUSED, frame, story, Optional.of(note), List.of(frame.say("desk.update.again")));
                case Update.Decided.NotPrinted(var why) ->
                    page(Newsroom.REFUSED, frame, story, Optional.of(note), pages.words(frame, why));
            };
        });
    }

    private Update.Decided decided(StoryId story, String deed, String note, HttpServletRequest request, Known known) {
        long number = number(request, "number");
        if (deed.equals("dismiss")) {
            return updates.dismiss(story, number, newsroom.now());
        }
        Update.Ending ending = switch (deed) {
            case "publish" -> new Update.Ending.Printed();
            case "correct" -> new Update.Ending.Corrected(note);
            default -> new Update.Ending.Saved();
        };
        int version = (int) Math.min(number(request, "version"), Integer.MAX_VALUE);
        Update.Decision decision = new Update.Decision(story, number, version, sides(request), ending);
        return updates.decide(decision, Newsroom.actor(known), newsroom.now());
    }

    private static ResponseEntity<byte[]> onward(StoryId story, String deed) {
        return ForOne.onward("/desk/stories/" + story.value() + (deed.isEmpty() ? "" : "?done=" + deed));
    }

    private static long number(HttpServletRequest request, String name) {
        String typed = Newsroom.field(request, name);
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static Map<Integer, Side> sides(HttpServletRequest request) {
        Map<Integer, Side> sides = new HashMap<>();
        for (String name : request.getParameterMap().keySet()) {
            if (name.matches("clash-[0-9]{1,6}")) {
                Side side = switch (Newsroom.field(request, name)) {
                    case "agency" -> Side.AGENCY;
                    case "both" -> Side.BOTH;
                    default -> Side.DESK;
                };
                sides.put(Integer.parseInt(name.substring("clash-".length())), side);
            }
        }
        return sides;
    }

    private ResponseEntity<byte[]> page(
            int status, DeskFrame frame, StoryId story, Optional<String> note, List<String> problems) {
        return updates.look(story)
                .map(look -> newsroom.page(
                        status,
                        "update",
                        new UpdatePage(
                                frame,
                                look,
                                pieces(look.merged()),
                                pages.isPublished(story),
                                note.or(look::note).orElse(""),
                                problems)))
                .orElseGet(() -> newsroom.nowhere(frame));
    }

    private static List<UpdatePage.Piece> pieces(Merged merged) {
        List<UpdatePage.Piece> pieces = new ArrayList<>();
        for (Field field : Field.values()) {
            piece("desk." + field.name().toLowerCase(Locale.ROOT), merged.line(field), pieces);
        }
        merged.blocks().forEach(part -> piece("", part, pieces));
        return pieces;
    }

    private static void piece(String label, Part part, List<UpdatePage.Piece> pieces) {
        boolean plain = !label.isEmpty();
        switch (part) {
            case Part.Settled(String text, Side from)
            when !text.isEmpty() ->
                pieces.add(new UpdatePage.Piece(label, 0, from == Side.AGENCY, shown(text, plain), SafeHtml.EMPTY));
            case Part.Settled _ -> {}
            case Part.Clash(int number, var desk, var _, var agency) ->
                pieces.add(new UpdatePage.Piece(
                        label, number, false, shown(desk.orElse(""), plain), shown(agency.orElse(""), plain)));
        }
    }

    /** A line is plain text, a block is of the paper's HTML already. */
    private static SafeHtml shown(String text, boolean plain) {
        return plain
                ? StoryHtml.ofParagraphs(List.of(text)).safe()
                : StoryHtml.clean(text).safe();
    }
}
