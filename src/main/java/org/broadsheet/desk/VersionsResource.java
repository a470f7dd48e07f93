package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.desk.page.StoryFields;
import org.broadsheet.desk.page.VersionPage;
import org.broadsheet.desk.page.VersionsPage;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Copy;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.board.Board;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that a story ever said: its versions, how any two differ, and one of them once more. */
@Controller
class VersionsResource {
    private static final String ALL = "/desk/stories/{id:[0-9]{1,18}}/versions";
    private static final String ONE = ALL + "/{version:[0-9]{1,9}}";
    private static final List<String> LINES = List.of(
            StoryFields.HEADLINE,
            StoryFields.STANDFIRST,
            StoryFields.SECTION,
            StoryFields.REACH,
            StoryFields.TOPICS,
            StoryFields.BYLINES,
            StoryFields.AGENCY,
            StoryFields.DATELINE,
            StoryFields.LANGUAGE,
            StoryFields.PHOTOGRAPH);

    private final Newsroom newsroom;
    private final Board board;
    private final StoryDesk desk;

    VersionsResource(Newsroom newsroom, Board board, StoryDesk desk) {
        this.newsroom = newsroom;
        this.board = board;
        this.desk = desk;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> all(@PathVariable long id, HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            List<Board.Save> saves = board.versions(new StoryId(id));
            return saves.isEmpty()
                    ? newsroom.nowhere(frame)
                    : newsroom.page(200, "versions", new VersionsPage(frame, new StoryId(id), saves));
        });
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(
            @PathVariable long id,
            @PathVariable int version,
            @RequestParam Optional<Integer> against,
            HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> {
            StoryId story = new StoryId(id);
            int other = against.orElse(version - 1);
            Optional<Copy> wanted = board.version(story, version);
            Optional<Copy> before = board.version(story, other);
            if (wanted.isEmpty() || (against.isPresent() && before.isEmpty())) {
                return newsroom.nowhere(frame);
            }
            boolean latest =
                    board.standing(story).filter(now -> now.latest() == version).isPresent();
            List<VersionPage.Line> lines = lines(before, wanted.get());
            return newsroom.page(
                    200,
                    "version",
                    new VersionPage(frame, story, version, before.isPresent() ? other : 0, latest, lines));
        });
    }

    @PostMapping(ONE + "/restore")
    ResponseEntity<byte[]> restore(@PathVariable long id, @PathVariable int version, HttpServletRequest request) {
        return newsroom.change(request, Role.REPORTER, (frame, known) -> {
            var outcome = desk.restore(new StoryId(id), version, Newsroom.actor(known), newsroom.now());
            return outcome instanceof StoryDesk.Outcome.Done
                    ? ForOne.onward("/desk/stories/" + id + "?done=restore")
                    : newsroom.nowhere(frame);
        });
    }

    private static List<VersionPage.Line> lines(Optional<Copy> before, Copy after) {
        Optional<StoryFields> was = before.map(StoryForm::of);
        StoryFields is = StoryForm.of(after);
        List<VersionPage.Line> lines = new ArrayList<>();
        for (String name : LINES) {
            String old = was.map(fields -> fields.value(name)).orElse("");
            lines.addAll(Differences.between(name, old, is.value(name)));
        }
        lines.addAll(Differences.between("", before.map(VersionsResource::text).orElse(""), text(after)));
        return lines;
    }

    /** Photographs and rules have no words; they are shown as they are written. */
    private static String text(Copy copy) {
        return copy.body().blocks().stream()
                .map(block -> block.startsWith("<figure") || block.startsWith("<hr") ? block : words(block))
                .collect(Collectors.joining("\n"));
    }

    private static String words(String block) {
        return StoryHtml.kept(block).text().strip();
    }
}
