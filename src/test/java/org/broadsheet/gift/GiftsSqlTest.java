package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.broadsheet.gift.GiftRoom.NOW;
import static org.broadsheet.gift.GiftRoom.atOnce;
import static org.broadsheet.gift.GiftRoom.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GiftsSqlTest {
    /** 2026-02-01 00:00 in Jakarta. */
    private static final Instant FEBRUARY = Instant.parse("2026-01-31T17:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final GiftRoom here = GiftRoom.on(database);
    private static final GiftRoom there = GiftRoom.on(database.anotherNode());

    @Test
    void of_two_hundred_stories_given_at_once_on_two_nodes_exactly_the_quota_is_given() throws Exception {
        ReaderId giver = here.subscriber("crowd@example.test", 3);
        List<StoryId> stories = IntStream.range(0, 200)
                .mapToObj(number -> here.premium("Crowd " + number))
                .toList();
        List<Given> answers = atOnce(200, number -> (number % 2 == 0 ? here : there).give(giver, stories.get(number)));
        assertThat(answers).filteredOn(Given.New.class::isInstance).hasSize(3);
        assertThat(answers).filteredOn(Given.QuotaSpent.class::isInstance).hasSize(197);
        assertThat(here.gifts().of(giver, NOW)).hasSize(3).allMatch(GiftLink::opens);
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow()).isEqualTo(new Offer.Allowance(3, 3, FEBRUARY));
    }

    @Test
    void one_story_given_fifty_times_at_once_is_one_gift_and_one_link() throws Exception {
        ReaderId giver = here.subscriber("twice@example.test", 3);
        StoryId story = here.premium("Again and again");
        List<Given> answers = atOnce(50, number -> (number % 2 == 0 ? here : there).give(giver, story));
        assertThat(answers).filteredOn(Given.New.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Given.Again.class::isInstance).hasSize(49);
        assertThat(answers.stream().map(each -> GiftRoom.token(link(each))).distinct())
                .hasSize(1);
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow().left()).isEqualTo(2);
    }

    @Test
    void the_database_itself_refuses_what_would_be_too_many_or_twice() {
        ReaderId giver = here.subscriber("rows@example.test", 1);
        long gift = here.given(giver, here.premium("The only one")).id().value();
        String copy = """
                insert into gift.gift (giver, month, slot, story, given_at, until, token_hash, note, devices_left)
                select giver, month, %s, %s, given_at, until, sha256(:salt::bytea), note, devices_left
                  from gift.gift where id = :gift
                """;
        StoryId other = here.premium("Another one");
        for (String wrong : List.of(
                copy.formatted("slot + 1", "story"), copy.formatted("slot", other), copy.formatted("6", other))) {
            assertThat(catchThrowable(() -> database.jdbi()
                            .useHandle(handle -> handle.createUpdate(wrong)
                                    .bind("gift", gift)
                                    .bind("salt", wrong.getBytes(StandardCharsets.UTF_8))
                                    .execute())))
                    .as(wrong)
                    .hasStackTraceContaining("violates");
        }
    }

    @Test
    void the_month_is_the_papers_to_the_moment() {
        ReaderId giver = here.subscriber("month@example.test", 1);
        StoryId january = here.premium("Last of January");
        StoryId february = here.premium("First of February");
        assertThat(here.give(giver, january, FEBRUARY.minusNanos(1_000))).isInstanceOf(Given.New.class);
        assertThat(here.give(giver, february, FEBRUARY.minusNanos(1_000))).isEqualTo(new Given.QuotaSpent(1, FEBRUARY));
        assertThat(here.give(giver, february, FEBRUARY)).isInstanceOf(Given.New.class);
        assertThat(here.give(giver, january, FEBRUARY))
                .isEqualTo(new Given.QuotaSpent(1, Instant.parse("2026-02-28T17:00:00Z")));
    }

    @Test
    void the_same_story_in_the_next_month_is_another_gift_and_the_old_link_lives_on() {
        ReaderId giver = here.subscriber("next@example.test", 1);
        StoryId story = here.premium("In two months");
        GiftLink first = link(here.give(giver, story, FEBRUARY.minusSeconds(60)));
        GiftLink second = link(here.give(giver, story, FEBRUARY));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(here.gifts().one(giver, first.id(), FEBRUARY).orElseThrow().opens())
                .isTrue();
    }

    @Test
    void a_smaller_plan_leaves_what_was_given_and_gives_no_more_until_the_count_allows_it() {
        ReaderId giver = here.subscriber("smaller@example.test", 5);
        List<StoryId> stories = IntStream.range(0, 5)
                .mapToObj(number -> here.premium("Smaller " + number))
                .toList();
        stories.subList(0, 4).forEach(story -> here.given(giver, story));
        here.change(giver, 3);
        assertThat(here.give(giver, stories.get(4))).isEqualTo(new Given.QuotaSpent(3, FEBRUARY));
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow().left()).isZero();
        assertThat(here.give(giver, stories.getFirst())).isInstanceOf(Given.Again.class);
        assertThat(here.gifts().of(giver, NOW)).hasSize(4).allMatch(GiftLink::opens);
        here.change(giver, 5);
        assertThat(here.give(giver, stories.get(4))).isInstanceOf(Given.New.class);
    }

    @Test
    void taking_a_link_back_gives_no_gift_back_and_the_same_story_anew_costs_none() {
        ReaderId giver = here.subscriber("back@example.test", 1);
        StoryId story = here.premium("Taken back");
        GiftLink first = here.given(giver, story);
        assertThat(here.gifts().revoke(giver, first.id(), NOW)).isTrue();
        assertThat(here.gifts().revoke(giver, first.id(), NOW)).isFalse();
        assertThat(here.give(giver, here.premium("Instead"))).isInstanceOf(Given.QuotaSpent.class);
        assertThat(here.gifts().offer(giver, story, NOW)).isInstanceOf(Offer.Renewal.class);
        Given anew = here.give(giver, story);
        assertThat(anew).isInstanceOf(Given.New.class);
        assertThat(link(anew).token()).isNotEqualTo(first.token());
        assertThat(here.gifts().offer(giver, story, NOW)).isInstanceOf(Offer.Already.class);
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow().used()).isEqualTo(1);
        assertThat(here.openings().look(GiftRoom.token(first), NOW)).isInstanceOf(Opened.Revoked.class);
        assertThat(here.openings().look(GiftRoom.token(link(anew)), NOW)).isInstanceOf(Opened.Opens.class);
    }

    @Test
    void one_link_taken_back_and_given_anew_fifty_times_at_once_is_one_link() throws Exception {
        ReaderId giver = here.subscriber("anew@example.test", 2);
        StoryId story = here.premium("Anew at once");
        here.gifts().revoke(giver, here.given(giver, story).id(), NOW);
        List<Given> answers = atOnce(50, number -> (number % 2 == 0 ? here : there).give(giver, story));
        assertThat(answers).filteredOn(Given.New.class::isInstance).hasSize(1);
        assertThat(answers.stream().map(each -> link(each).id()).distinct()).hasSize(1);
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void taking_back_and_giving_anew_comes_to_an_end() {
        ReaderId giver = here.subscriber("restless@example.test", 3);
        StoryId story = here.premium("Back and forth");
        for (int i = 0; i < Gifts.MOST_LINKS; i++) {
            Given given = here.give(giver, story);
            assertThat(given).isInstanceOf(Given.New.class);
            here.gifts().revoke(giver, link(given).id(), NOW);
        }
        assertThat(here.give(giver, story)).isInstanceOf(Given.Again.class);
        assertThat(here.gifts().offer(giver, story, NOW)).isInstanceOf(Offer.Already.class);
        assertThat(here.gifts().allowance(giver, NOW).orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void who_may_not_give_is_told_why() {
        StoryId premium = here.premium("For subscribers");
        StoryId free = here.print("For everyone", Reach.EVERYONE);
        StoryId metered = here.print("Metered", Reach.METERED);
        StoryId gone = here.premium("Gone");
        here.stories().withdraw(gone, "It was wrong.", NOW);
        ReaderId giver = here.subscriber("why@example.test", 2);
        assertThat(here.give(giver, free)).isEqualTo(new Given.NotGivable(Given.Reason.FOR_EVERYONE));
        assertThat(here.give(giver, gone)).isEqualTo(new Given.NotGivable(Given.Reason.WITHDRAWN));
        assertThat(here.give(giver, new StoryId(999_999_999L)))
                .isEqualTo(new Given.NotGivable(Given.Reason.NO_SUCH_STORY));
        assertThat(here.give(giver, metered)).isInstanceOf(Given.New.class);
        ReaderId reader = People.join(database.jdbi(), "registered@example.test");
        assertThat(here.give(reader, premium)).isEqualTo(new Given.NoSubscription());
        assertThat(here.gifts().allowance(reader, NOW)).isEmpty();
        assertThat(here.give(here.subscriber("none@example.test", 0), premium))
                .isEqualTo(new Given.NoGiftsInPlan("A plan"));
    }

    @Test
    void a_subscription_that_ends_gives_no_more_and_leaves_what_was_given() {
        ReaderId giver = here.subscriber("lapsed@example.test", 3);
        StoryId story = here.premium("Given before");
        GiftLink link = here.given(giver, story);
        here.lapse(giver);
        assertThat(here.give(giver, story)).isEqualTo(new Given.NoSubscription());
        assertThat(here.openings().look(GiftRoom.token(link), NOW)).isInstanceOf(Opened.Opens.class);
        assertThat(here.gifts().of(giver, NOW)).hasSize(1);
    }

    @Test
    void a_note_is_plain_text_of_a_length_counted_as_people_count_and_a_name_is_given_only_by_wish() {
        ReaderId giver = here.subscriber("note@example.test", 3);
        StoryId story = here.premium("With a note");
        String longest = "🎁".repeat(280);
        assertThat(here.gifts().give(giver, new Gifts.Wish(story, longest + "!", Optional.empty()), NOW))
                .isEqualTo(new Given.NoteTooLong(281));
        GiftLink link = link(here.gifts().give(giver, new Gifts.Wish(story, longest, Optional.of(" Ana\nB ")), NOW));
        assertThat(link.note()).isEqualTo(longest);
        assertThat(link.from()).contains("Ana B");
        Gifts.Wish odd = new Gifts.Wish(here.premium("Odd"), " a\u0000\u202e\r\nb\ud83d ", Optional.of("  "));
        assertThat(link(here.gifts().give(giver, odd, NOW)))
                .satisfies(kept -> assertThat(kept.note()).isEqualTo("a\nb"))
                .satisfies(kept -> assertThat(kept.from()).isEmpty());
    }

    @Test
    void another_readers_gift_is_not_there() {
        ReaderId giver = here.subscriber("mine@example.test", 3);
        ReaderId other = here.subscriber("other@example.test", 3);
        GiftLink link = here.given(giver, here.premium("Mine"));
        assertThat(here.gifts().one(other, link.id(), NOW)).isEmpty();
        assertThat(here.gifts().revoke(other, link.id(), NOW)).isFalse();
        assertThat(here.gifts().of(other, NOW)).isEmpty();
        assertThat(here.openings().look(GiftRoom.token(link), NOW)).isInstanceOf(Opened.Opens.class);
    }

    @Test
    void who_reads_the_database_learns_no_link() {
        ReaderId giver = here.subscriber("secret@example.test", 3);
        GiftToken token = GiftRoom.token(here.given(giver, here.premium("Secret")));
        String letters = token.path().substring("/gift/".length());
        String rows = database.jdbi()
                .withHandle(handle -> handle.createQuery("select string_agg(g::text, ' ') from gift.gift g")
                        .mapTo(String.class)
                        .one());
        assertThat(letters).hasSize(32);
        assertThat(rows).doesNotContain(letters);
        assertThat(token.toString()).doesNotContain(letters);
    }

    @Test
    void a_link_ends_after_thirty_days_to_the_moment() {
        ReaderId giver = here.subscriber("ends@example.test", 3);
        GiftLink link = here.given(giver, here.premium("Ending"));
        Instant end = NOW.plus(Duration.ofDays(30));
        assertThat(link.until()).isEqualTo(end);
        assertThat(here.openings().look(GiftRoom.token(link), end.minusNanos(1_000)))
                .isInstanceOf(Opened.Opens.class);
        assertThat(here.openings().look(GiftRoom.token(link), end)).isInstanceOf(Opened.Expired.class);
        assertThat(here.gifts().one(giver, link.id(), end).orElseThrow().state())
                .isEqualTo(GiftLink.State.EXPIRED);
    }
}
