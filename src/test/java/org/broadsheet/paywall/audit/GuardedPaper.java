package org.broadsheet.paywall.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;

/** A small paper whose guarded paragraphs have words that stand nowhere else, one paragraph for each plant. */
final class GuardedPaper {
    static final int PARAGRAPHS = 40;
    private static final int WORDS = 14;
    private static final String LINKED = "nine-words-that-make-an-address-somewhere-else-entirely";

    private final TestPaper paper;
    private final Stories stories;
    final String open;
    final String metered;
    final String premium;
    final String withdrawn;

    GuardedPaper(TestPaper paper) {
        this.paper = paper;
        this.stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        stories.section(new Section("sport", "Sport", 2));
        open = path(print(
                Draft.of("A bridge for everyone")
                        .body("This story may be read by all of you.")
                        .topics("Bridges"),
                4));
        metered = path(print(draft("A harbour by the meter", "metered", Reach.METERED), 3));
        premium = path(print(draft("A ledger for subscribers", "premium", Reach.SUBSCRIBERS), 2));
        print(quoting(), 5);
        StoryId gone = print(draft("Taken back", "gone", Reach.SUBSCRIBERS), 1);
        withdrawn = path(gone);
        stories.withdraw(gone, "It was wrong.", Instant.now());
        for (int more = 0; more < 25; more++) {
            print(
                    Draft.of("Match " + more).section("sport").body("Nothing to nothing in game " + more + "."),
                    10 + more);
        }
    }

    /** One guarded paragraph of the story for subscribers. */
    static String secret(int number) {
        return paragraph("premium", number);
    }

    /** One of the metered story. */
    static String meteredSecret(int number) {
        return paragraph("metered", number);
    }

    static List<String> words(int number) {
        return List.of(secret(number).split(" "));
    }

    private static Draft draft(String headline, String salt, Reach reach) {
        // as many as the paper shows to everyone
        List<String> paragraphs = new ArrayList<>(List.of(
                "The beginning of " + headline + " is for whoever comes by.",
                "So is what comes after it.",
                "And this is where " + headline + " ends for most."));
        for (int number = 0; number < PARAGRAPHS; number++) {
            paragraphs.add(paragraph(salt, number));
        }
        return Draft.of(headline)
                .html(StoryHtml.ofParagraphs(paragraphs).html() + "<p>See <a href=\"https://elsewhere.test/" + LINKED
                        + "\">another paper</a>.</p>")
                .reaching(reach)
                .topics("Harbours")
                .by("Ada Lovelace");
    }

    /**
     * By the meter too, with words that stand across the end of the other one's beginning, and with the title of what the
     * other one only links to.
     */
    private static Draft quoting() {
        List<String> paragraphs = new ArrayList<>(List.of("Three short lines", "come before", "what it quotes."));
        paragraphs.add("And this is where A harbour by the meter ends for most. " + meteredSecret(0));
        paragraphs.add("Read on: " + LINKED.replace('-', ' '));
        for (int number = 0; number < PARAGRAPHS; number++) {
            paragraphs.add(paragraph("quoting", number));
        }
        return Draft.of("A quotation by the meter")
                .html(StoryHtml.ofParagraphs(paragraphs).html())
                .reaching(Reach.METERED);
    }

    private static String paragraph(String salt, int number) {
        return IntStream.range(0, WORDS)
                .mapToObj(at -> salt + letters(number) + "x" + letters(at))
                .collect(Collectors.joining(" "));
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private StoryId print(Draft draft, int hoursAgo) {
        return draft.print(stories, Instant.now().minusSeconds(3_600L * hoursAgo));
    }

    private String path(StoryId id) {
        return paper.door(InPrint.class).story(id).orElseThrow().teaser().path();
    }
}
