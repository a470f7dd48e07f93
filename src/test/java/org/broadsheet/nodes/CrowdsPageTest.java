package org.broadsheet.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.Subscribers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once, half of them at either node: no more is let through than there is. */
class CrowdsPageTest {
    private static final int CROWD = 200;

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    /** What one of the crowd was answered. */
    private record Told(int status, String location, String title) {
        static Told of(HttpResponse<String> answer) {
            return new Told(
                    answer.statusCode(),
                    PlainBrowser.location(answer),
                    Jsoup.parse(answer.body()).select("h1").text());
        }

        boolean refused(int with, String words) {
            return status == with && title.equals(words);
        }
    }

    @Test
    void of_two_hundred_stories_given_at_once_by_a_subscriber_of_three_three_become_links() throws Exception {
        ReaderId giver = Subscribers.join(NODES.here, "giver@paper.test", 3);
        Map<String, String> cookies = session(giver);
        List<StoryId> stories = IntStream.range(0, CROWD)
                .mapToObj(number -> NODES.print("A story to give " + number, Reach.SUBSCRIBERS))
                .toList();
        List<Told> told = TwoNodes.atOnce(
                CROWD,
                number -> () -> Told.of(TwoNodes.patiently(() -> TwoNodes.browser(NODES.node(number), cookies)
                        .post("/gifts/give", Map.of("story", stories.get(number).toString())))));
        Predicate<Told> given = each -> each.status() == 303 && each.location().matches("/gifts/[0-9]+\\?said=new");
        assertThat(told)
                .filteredOn(given)
                .extracting(Told::location)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(told)
                .filteredOn(each -> each.refused(422, "This month’s gifts are given"))
                .hasSize(CROWD - 3);
        assertThat(count("select count(*) from gift.gift where giver = " + giver))
                .isEqualTo(3);
        // any of the two hundred may be one of the three
        StoryId another = NODES.print("One story more to give", Reach.SUBSCRIBERS);
        for (int node = 0; node < 2; node++) {
            assertThat(TwoNodes.browser(NODES.node(node), cookies)
                            .page("/gifts/give?story=" + another)
                            .select(".gift-count")
                            .text())
                    .startsWith("0 of 3 left this month");
        }
    }

    @Test
    void of_two_hundred_friends_at_a_link_with_one_place_left_one_reads_the_story() throws Exception {
        ReaderId giver = Subscribers.join(NODES.here, "last-place@paper.test", 3);
        StoryId story = NODES.print("The last place", Reach.SUBSCRIBERS);
        String link = given(giver, story);
        NODES.here
                .database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("update gift.gift set devices_left = 1 where story = ?", story.value()));
        String path = NODES.path(story);
        List<Boolean> read = TwoNodes.atOnce(CROWD, number -> () -> {
            PlainBrowser friend = new PlainBrowser(NODES.node(number));
            Told told = Told.of(TwoNodes.patiently(() -> friend.get(link)));
            boolean opened = told.status() == 303 && told.location().equals(path);
            assertThat(opened || told.refused(410, "This gift has been opened very often"))
                    .as(told.toString())
                    .isTrue();
            boolean reads = TwoNodes.reads(friend, path);
            assertThat(reads).isEqualTo(opened);
            return reads;
        });
        assertThat(read).filteredOn(each -> each).hasSize(1);
        assertThat(count("select count(*) from gift.device")).isEqualTo(1);
    }

    @Test
    void of_sixty_metered_stories_asked_at_once_by_a_reader_with_two_left_two_are_whole() throws Exception {
        ReaderId reader = People.join(NODES.here.database().jdbi(), "metered@paper.test");
        Map<String, String> cookies = session(reader);
        StoryId before = NODES.print("The first of the month", Reach.METERED);
        assertThat(NODES.reads(TwoNodes.browser(NODES.here, cookies), before)).isTrue();
        List<StoryId> stories = IntStream.range(0, 60)
                .mapToObj(number -> NODES.print("A metered story " + number, Reach.METERED))
                .toList();
        List<String> paths = stories.stream().map(NODES::path).toList();
        List<Boolean> read = TwoNodes.atOnce(
                paths.size(),
                number -> () -> TwoNodes.reads(TwoNodes.browser(NODES.node(number), cookies), paths.get(number)));
        assertThat(read).filteredOn(each -> each).hasSize(2);
        assertThat(count("select used from paywall.meter where reader = " + reader))
                .isEqualTo(3);
        for (int number = 0; number < paths.size(); number++) {
            assertThat(TwoNodes.reads(TwoNodes.browser(NODES.node(number + 1), cookies), paths.get(number)))
                    .as("the other node says the same of story " + number)
                    .isEqualTo(read.get(number));
        }
    }

    @Test
    void the_same_metered_story_asked_for_at_once_on_both_nodes_is_spent_once() throws Exception {
        ReaderId reader = People.join(NODES.here.database().jdbi(), "same@paper.test");
        Map<String, String> cookies = session(reader);
        StoryId story = NODES.print("One story, many tabs", Reach.METERED);
        String path = NODES.path(story);
        List<Boolean> read = TwoNodes.atOnce(
                40, number -> () -> TwoNodes.reads(TwoNodes.browser(NODES.node(number), cookies), path));
        assertThat(read).hasSize(40).containsOnly(true);
        assertThat(count("select used from paywall.meter where reader = " + reader))
                .isEqualTo(1);
    }

    /** The link of a gift, as a path. */
    private static String given(ReaderId giver, StoryId story) {
        PlainBrowser browser = TwoNodes.browser(NODES.here, session(giver));
        String gift = PlainBrowser.location(browser.post("/gifts/give", Map.of("story", story.toString())));
        return URI.create(browser.page(gift).select("input[readonly]").val()).getPath();
    }

    private static Map<String, String> session(ReaderId reader) {
        return Map.of("session", Subscribers.session(NODES.here, reader));
    }

    private static int count(String sql) {
        return NODES.here
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
