package org.broadsheet.site.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Subscribers;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The giver's pages. */
class GiftsPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Newsroom desk = new Newsroom(paper);

    @Test
    void a_subscriber_gives_a_story_by_a_plain_form_and_is_shown_the_link() {
        ReaderId giver = subscriber("plain@example.test", 5);
        StoryId story = desk.print("A story to give", Reach.SUBSCRIBERS);
        HttpResponse<String> asked = desk.get(giver, "/gifts/give?story=" + story);
        Document form = Jsoup.parse(asked.body());
        assertThat(asked.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(form.select(".gift-count").text()).startsWith("5 of 5 left this month");
        assertThat(form.select("form[action=/gifts/give] input[name=story]").val())
                .isEqualTo(story.toString());
        assertThat(form.select("input[name=named]")).isEmpty();
        HttpResponse<String> given =
                desk.post(giver, "/gifts/give", Map.of("story", story.toString(), "note", "<b>Hi"));
        assertThat(given.statusCode()).isEqualTo(303);
        Document page = Jsoup.parse(desk.get(giver, location(given)).body());
        assertThat(page.select("[role=status]").text()).contains("Your gift is ready");
        assertThat(page.select("input[readonly]").val()).matches("http://localhost:\\d+/gift/[A-Za-z0-9_-]{32}");
        assertThat(page.select(".ways a").eachAttr("href"))
                .hasSize(3)
                .anyMatch(href -> href.startsWith("https://wa.me/"))
                .anyMatch(href -> href.startsWith("https://t.me/"))
                .anyMatch(href -> href.startsWith("mailto:"));
        assertThat(page.select("dd.words").text()).isEqualTo("<b>Hi");
        assertThat(page.select(".gift-count").text()).startsWith("4 of 5 left this month");
    }

    @Test
    void the_same_story_again_leads_to_the_same_link_and_counts_nothing() {
        ReaderId giver = subscriber("again@example.test", 3);
        StoryId story = desk.print("Given twice", Reach.SUBSCRIBERS);
        String first = link(giver, story);
        HttpResponse<String> asked = desk.get(giver, "/gifts/give?story=" + story);
        assertThat(asked.statusCode()).isEqualTo(303);
        Document page = Jsoup.parse(desk.get(giver, location(asked)).body());
        assertThat(page.select("[role=status]").text()).contains("The link is the same");
        assertThat(page.select("input[readonly]").val()).isEqualTo(first);
        assertThat(link(giver, story)).isEqualTo(first);
        assertThat(page.select(".gift-count").text()).startsWith("2 of 3 left");
    }

    @Test
    void when_the_months_gifts_are_given_the_page_says_so_and_until_when() {
        ReaderId giver = subscriber("spent@example.test", 3);
        for (int i = 0; i < 3; i++) {
            link(giver, desk.print("Spent " + i, Reach.SUBSCRIBERS));
        }
        StoryId fourth = desk.print("The fourth", Reach.SUBSCRIBERS);
        Document asked =
                Jsoup.parse(desk.get(giver, "/gifts/give?story=" + fourth).body());
        assertThat(asked.select("form[action=/gifts/give]")).isEmpty();
        assertThat(asked.select("h1").text()).isEqualTo("This month’s gifts are given");
        assertThat(asked.select(".gift-count").text())
                .matches("0 of 3 left this month The count starts again on \\w+ 1\\.");
        HttpResponse<String> tried = desk.post(giver, "/gifts/give", Map.of("story", fourth.toString()));
        assertThat(tried.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(tried.body()).select("h1").text()).isEqualTo("This month’s gifts are given");
    }

    @Test
    void who_may_not_give_is_told_why_and_what_to_do() {
        StoryId story = desk.print("Not for all", Reach.SUBSCRIBERS);
        Document stranger = Jsoup.parse(paper.get("/gifts/give?story=" + story).body());
        assertThat(stranger.select("main a[href^=/sign-in]").attr("href"))
                .isEqualTo("/sign-in?to=%2Fgifts%2Fgive%3Fstory%3D" + story);
        assertThat(stranger.select("main a[href^=/join], main a[href=/plans]")).hasSize(2);
        ReaderId registered = People.join(paper.database().jdbi(), "registered@example.test");
        Document reader =
                Jsoup.parse(desk.get(registered, "/gifts/give?story=" + story).body());
        assertThat(reader.select("h1").text()).isEqualTo("Gifts come with a subscription");
        assertThat(reader.select("main a[href=/plans]")).isNotEmpty();
        HttpResponse<String> tried = desk.post(registered, "/gifts/give", Map.of("story", story.toString()));
        assertThat(tried.statusCode()).isEqualTo(422);
    }

    @Test
    void what_cannot_be_given_is_said_to_everyone() {
        StoryId free = desk.print("Free for all", Reach.EVERYONE);
        Document page = Jsoup.parse(paper.get("/gifts/give?story=" + free).body());
        assertThat(page.select("h1").text()).isEqualTo("This story is free for everyone");
        assertThat(page.select("input[readonly]").val()).contains("/free-for-all");
        assertThat(page.select(".ways a")).hasSize(6);
        StoryId gone = desk.print("Gone", Reach.SUBSCRIBERS);
        paper.door(Stories.class).withdraw(gone, "It was wrong.", Instant.now());
        assertThat(paper.get("/gifts/give?story=" + gone).statusCode()).isEqualTo(410);
        for (String nothing : new String[] {"99999999", "0", "-1", "", "x", "9999999999999999999999", "1%27"}) {
            HttpResponse<String> answer = paper.get("/gifts/give?story=" + nothing);
            assertThat(answer.statusCode()).as(nothing).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("There is no such story");
        }
    }

    @Test
    void a_note_that_is_too_long_comes_back_with_the_reason() {
        ReaderId giver = subscriber("long@example.test", 3);
        StoryId story = desk.print("A long note", Reach.METERED);
        String note = "x".repeat(281);
        HttpResponse<String> refused = desk.post(giver, "/gifts/give", Map.of("story", story.toString(), "note", note));
        Document page = Jsoup.parse(refused.body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).contains("281").contains("280");
        assertThat(page.select("textarea").val()).isEqualTo(note);
        assertThat(page.select(".gift-count").text()).startsWith("3 of 3");
    }

    @Test
    void the_name_is_the_accounts_and_said_only_when_ticked() {
        ReaderId giver = subscriber("named@example.test", 3);
        Subscribers.call(paper, giver, "Ana & Co");
        StoryId story = desk.print("With a name", Reach.SUBSCRIBERS);
        Document form =
                Jsoup.parse(desk.get(giver, "/gifts/give?story=" + story).body());
        assertThat(form.select("label[for=named]").text()).isEqualTo("Say that it is from me: Ana & Co");
        assertThat(form.select("input[name=named]").hasAttr("checked")).isFalse();
        String gift = location(desk.post(
                giver, "/gifts/give", Map.of("story", story.toString(), "named", "yes", "name", "The editor")));
        assertThat(Jsoup.parse(desk.get(giver, gift).body())
                        .select(".facts dd")
                        .eachText()
                        .getFirst())
                .isEqualTo("Ana & Co");
        StoryId other = desk.print("Without a name", Reach.SUBSCRIBERS);
        String silent = location(desk.post(giver, "/gifts/give", Map.of("story", other.toString())));
        assertThat(Jsoup.parse(desk.get(giver, silent).body())
                        .select(".facts dd")
                        .eachText()
                        .getFirst())
                .isEqualTo("a subscriber, without a name");
    }

    @Test
    void a_strangers_page_neither_gives_nor_takes_back() {
        ReaderId giver = subscriber("forged@example.test", 3);
        StoryId story = desk.print("Forged", Reach.SUBSCRIBERS);
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertThat(desk.postFrom(site, giver, "/gifts/give", Map.of("story", story.toString()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Jsoup.parse(desk.get(giver, "/gifts").body()).select(".given li"))
                .isEmpty();
        link(giver, story);
        String revocation = Jsoup.parse(desk.get(giver, "/gifts").body())
                .select("form[action$=/revocation]")
                .attr("action");
        assertThat(desk.postFrom("cross-site", giver, revocation, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(Jsoup.parse(desk.get(giver, "/gifts").body()).select("form[action$=/revocation]"))
                .hasSize(1);
    }

    @Test
    void the_list_shows_figures_and_takes_a_link_back() {
        ReaderId giver = subscriber("list@example.test", 3);
        StoryId story = desk.print("Listed", Reach.SUBSCRIBERS);
        String url = link(giver, story);
        Document before = Jsoup.parse(desk.get(giver, "/gifts").body());
        assertThat(before.select(".given .figures").text()).contains("not opened yet", "no friend has joined");
        String revocation = before.select("form[action$=/revocation]").attr("action");
        HttpResponse<String> revoked = desk.post(giver, revocation, Map.of());
        Document after = Jsoup.parse(desk.get(giver, location(revoked)).body());
        assertThat(after.select("[role=status]").text()).contains("taken back");
        assertThat(after.select("form[action$=/revocation]")).isEmpty();
        assertThat(after.select(".gift-count").text()).startsWith("2 of 3");
        assertThat(desk.follow(url).statusCode()).isEqualTo(410);
        Document anew =
                Jsoup.parse(desk.get(giver, "/gifts/give?story=" + story).body());
        assertThat(anew.select("h1").text()).isEqualTo("Give this story again");
        assertThat(link(giver, story)).isNotEqualTo(url);
    }

    @Test
    void another_readers_gift_is_not_found_and_signed_out_there_is_a_way_in() {
        ReaderId giver = subscriber("whose@example.test", 3);
        ReaderId other = subscriber("other@example.test", 3);
        StoryId story = desk.print("Whose", Reach.SUBSCRIBERS);
        String gift = location(desk.post(giver, "/gifts/give", Map.of("story", story.toString())))
                .replaceAll("\\?.*", "");
        assertThat(desk.get(giver, gift).statusCode()).isEqualTo(200);
        assertThat(desk.get(other, gift).statusCode()).isEqualTo(404);
        assertThat(desk.post(other, gift + "/revocation", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(desk.get(giver, "/gifts/999999999").statusCode()).isEqualTo(404);
        assertThat(location(paper.get("/gifts"))).isEqualTo("/sign-in?to=%2Fgifts");
        assertThat(location(paper.get(gift))).startsWith("/sign-in?to=%2Fgifts%2F");
    }

    private static ReaderId subscriber(String email, int gifts) {
        return Subscribers.join(paper, email, gifts);
    }

    private static String link(ReaderId giver, StoryId story) {
        return desk.give(giver, story, Map.of());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
