package org.broadsheet.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.Topic;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agency kills is gone from every node and every place, whatever the nodes had in memory. */
class KillsPageTest {
    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    private static final Actor EDITOR = new Actor("an editor");
    private static final List<String> LISTS = List.of(
            "/",
            "/world",
            "/topics/quakes",
            "/authors/ada-lovelace",
            "/feed.xml",
            "/atom.xml",
            "/feed.json",
            "/world/feed.xml",
            "/world/atom.xml",
            "/world/feed.json");

    @Test
    void a_kill_that_one_node_hears_empties_every_place_on_both_and_the_receipt_says_so() {
        NODES.here.door(Stories.class).section(new Section("world", "World", 2));
        SentCopy agency = new SentCopy(NODES.here.door(Wire.class), Instant.parse("2026-01-03T05:00:00Z"));
        Took.Published story = published(agency, "Quake shakes the coast");
        String path = story.address().path();
        String month = "/sitemap-%tY-%<tm.xml".formatted(story.address().day());
        for (TestPaper node : List.of(NODES.here, NODES.there)) {
            PlainBrowser browser = new PlainBrowser(node);
            assertThat(browser.get(path).statusCode()).isEqualTo(200);
            assertThat(Stream.concat(LISTS.stream(), Stream.of(month)))
                    .allSatisfy(list ->
                            assertThat(browser.get(list).body()).as(list).contains(path));
            assertThat(browser.get("/search?q=quake").body()).contains(path);
        }

        agency.send("quake", 2, "Quake did not happen", SentCopy.Status.CANCELED, "Kill this story.");

        Kills kills = NODES.here.door(Kills.class);
        long number = kills.newest(1).getFirst().number();
        TwoNodes.soon("both nodes have looked everywhere", () -> freeOf(kills, number, 2));
        Kill.Receipt receipt = kills.receipt(number).orElseThrow();
        assertThat(receipt.places()).allMatch(Kill.Gone::isGone);
        assertThat(receipt.places().stream().map(Kill.Gone::surface).distinct())
                .contains("print", "article " + path, "search", "gifts", "list " + month)
                .containsAll(LISTS.stream().map(list -> "list " + list).toList());
        for (TestPaper node : List.of(NODES.here, NODES.there)) {
            PlainBrowser browser = new PlainBrowser(node);
            assertThat(browser.get(path).statusCode()).isEqualTo(410);
            assertThat(browser.get(path).body())
                    .contains("The news agency that sent this story has withdrawn it.")
                    .doesNotContain("shakes the coast");
            assertThat(Stream.concat(LISTS.stream(), Stream.of(month)).filter(list -> !list.endsWith("atom.xml")))
                    .allSatisfy(list ->
                            assertThat(browser.get(list).body()).as(list).doesNotContain(path));
            assertThat(browser.get("/atom.xml").body())
                    .contains("at:deleted-entry")
                    .doesNotContain("shakes the coast");
            assertThat(browser.get("/search?q=quake").body()).doesNotContain(path);
        }
    }

    /** Every place that one node knows is free on so many nodes. */
    private static boolean freeOf(Kills kills, long number, int nodes) {
        List<Kill.Gone> places = kills.receipt(number).orElseThrow().places();
        return places.stream().map(Kill.Gone::node).distinct().count() == nodes
                && places.stream().allMatch(Kill.Gone::isGone)
                && places.stream()
                                .filter(place -> place.surface().equals("gifts"))
                                .count()
                        == nodes;
    }

    private static Took.Published published(SentCopy agency, String headline) {
        agency.put("quake", 1, headline, "\"byline\":\"Ada Lovelace\"", "A quake shook the coast.");
        WireStories.Place place = new WireStories.Place(
                "world", List.of(new Topic("quakes", "Quakes")), Reach.EVERYONE, Language.ENGLISH);
        return (Took.Published)
                NODES.here.door(Takes.class).publish(agency.newest("quake"), place, EDITOR, Instant.now());
    }
}
