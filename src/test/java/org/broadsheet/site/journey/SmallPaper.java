package org.broadsheet.site.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.Topic;
import org.broadsheet.testing.TestPaper;

/** A running paper with four stories of one section: three for everyone, one for subscribers. */
final class SmallPaper {
    static final String HEADLINE = "The harbour learns to speak";

    /** For subscribers. */
    static final String PREMIUM = "Ten practices that outlasted ten redesigns";

    /** Words of its guarded part. */
    static final String GUARDED = "the zanzibarian ledger";

    private static final Instant MORNING = Instant.parse("2026-01-03T04:10:07Z");
    private static final String PARAGRAPH =
            "<p>When the team began, it did what few redesigns do and deleted first. A third of the pages had not been"
                    + " opened by anyone in a year, and nearly half said the same thing in different words.</p>";

    private SmallPaper() {}

    static TestPaper start() {
        TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record", "ZONE", "Asia/Jakarta"));
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("policy", "Policy", 1));
        print(stories, "A bridge is counted", Reach.EVERYONE, 3);
        print(stories, PREMIUM, Reach.SUBSCRIBERS, 2);
        print(stories, "Who is controlling your control system?", Reach.EVERYONE, 1);
        print(stories, HEADLINE, Reach.EVERYONE, 0);
        return paper;
    }

    private static void print(Stories stories, String headline, Reach reach, long hoursBefore) {
        Copy copy = new Copy(
                headline,
                "What a translation programme changed, and what it cost to keep current.",
                StoryHtml.clean(
                        reach == Reach.SUBSCRIBERS
                                ? PARAGRAPH.repeat(8) + "<p>It was all in " + GUARDED + ".</p>"
                                : PARAGRAPH.repeat(8)),
                "policy",
                List.of(new Topic("harbours", "Harbours")),
                List.of(new Byline("Amélie Okonjo", "amelie-okonjo")),
                Optional.of("Kyodo News"),
                Optional.of("Tokyo"),
                Language.ENGLISH,
                reach,
                Optional.empty());
        stories.print(stories.create(copy, Actor.PAPER, MORNING), MORNING.minusSeconds(3_600 * hoursBefore));
    }
}
