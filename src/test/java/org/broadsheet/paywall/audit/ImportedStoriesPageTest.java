package org.broadsheet.paywall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A story of an archive is printed whatever was said of it in the open there; the audit does not let that pass unsaid. */
class ImportedStoriesPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    @Test
    void what_an_imported_story_gives_away_of_itself_is_listed_with_its_place_and_is_no_leak() {
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        String told = words("told", 12);
        String html = StoryHtml.ofParagraphs(List.of(
                        "It begins.", "It goes on.", "And so on.", told + " " + words("kept", 60), words("more", 60)))
                .html();
        Draft draft = Draft.of("From the archive")
                .standfirst("They said: " + told + ".")
                .html(html)
                .reaching(Reach.SUBSCRIBERS);
        StoryId id = stories.create(draft.copy(), Draft.EDITOR, Instant.now());
        assertThat(stories.print(id, Instant.now())).isInstanceOf(Printed.Held.class);
        assertThat(stories.printImported(id, Instant.now())).isInstanceOf(Printed.Done.class);
        String path = paper.door(InPrint.class).story(id).orElseThrow().teaser().path();
        Report report = paper.door(Leaks.class)
                .look(Scope.of(paper.at("/")).bounded(2_000, Duration.ofMinutes(10), 2), () -> {});
        assertThat(report.leaks()).isEmpty();
        assertThat(report.said())
                .singleElement()
                .hasFieldOrPropertyWithValue("story", path)
                .asString()
                .contains("standfirst");
        assertThat(report.takenOut()).isPositive();
    }

    private static String words(String salt, int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> salt + (char) ('a' + at / 26) + (char) ('a' + at % 26))
                .collect(Collectors.joining(" "));
    }
}
