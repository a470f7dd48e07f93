package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.gift.GiftRoom.NOW;
import static org.broadsheet.gift.GiftRoom.atOnce;
import static org.broadsheet.gift.GiftRoom.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.gift.Devices.Device;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningsSqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final GiftRoom here = GiftRoom.on(database);
    private static final GiftRoom there = GiftRoom.on(database.anotherNode());
    private static int readers;

    @Test
    void two_hundred_devices_racing_for_the_last_place_open_it_once() throws Exception {
        GiftLink link = given("The last place");
        placesLeft(link, 1);
        List<Opened> answers = atOnce(
                200,
                number ->
                        (number % 2 == 0 ? here : there).openings().open(token(link), Device.fresh(), () -> true, NOW));
        assertThat(answers).filteredOn(Opened.Opens.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Opened.Full.class::isInstance).hasSize(199);
        assertThat(devices(link)).isEqualTo(1);
    }

    @Test
    void a_link_opens_on_two_hundred_and_fifty_devices_and_on_no_more() {
        GiftLink link = given("Many friends");
        Device first = Device.fresh();
        assertThat(open(link, first)).isInstanceOf(Opened.Opens.class);
        for (int i = 1; i < Gifts.DEVICES; i++) {
            assertThat(open(link, Device.fresh())).isInstanceOf(Opened.Opens.class);
        }
        assertThat(open(link, Device.fresh())).isInstanceOf(Opened.Full.class);
        assertThat(open(link, first)).isInstanceOf(Opened.Opens.class);
        assertThat(devices(link)).isEqualTo(250);
    }

    @Test
    void one_device_takes_one_place_however_often_and_at_once() throws Exception {
        GiftLink link = given("One device");
        Device device = Device.fresh();
        List<Opened> answers = atOnce(
                40, number -> (number % 2 == 0 ? here : there).openings().open(token(link), device, () -> true, NOW));
        assertThat(answers).allMatch(Opened.Opens.class::isInstance);
        assertThat(devices(link)).isEqualTo(1);
        assertThat(left(link)).isEqualTo(249);
    }

    @Test
    void taking_back_and_giving_anew_does_not_raise_the_ceiling() {
        ReaderId giver = here.subscriber("ceiling@example.test", 3);
        StoryId story = here.premium("Anew, and no higher");
        GiftLink first = here.given(giver, story);
        placesLeft(first, 2);
        open(first, Device.fresh());
        here.gifts().revoke(giver, first.id(), NOW);
        GiftLink second = here.given(giver, story);
        assertThat(left(second)).isEqualTo(1);
        open(second, Device.fresh());
        here.gifts().revoke(giver, second.id(), NOW);
        assertThat(here.give(giver, story)).isInstanceOf(Given.Again.class);
    }

    @Test
    void seeing_the_story_counts_once_for_each_device_that_opened_it() throws Exception {
        GiftLink link = given("Seen");
        Device device = Device.fresh();
        assertThat(here.openings().seen(link.id(), device, NOW)).isFalse();
        open(link, device);
        assertThat(opened(link)).isZero();
        List<Boolean> counted =
                atOnce(30, number -> (number % 2 == 0 ? here : there).openings().seen(link.id(), device, NOW));
        assertThat(counted).filteredOn(each -> each).hasSize(1);
        assertThat(here.openings().seen(link.id(), Device.fresh(), NOW)).isFalse();
        assertThat(opened(link)).isEqualTo(1);
    }

    @Test
    void looking_opens_nothing() {
        GiftLink link = given("Only looked at");
        assertThat(here.openings().look(token(link), NOW)).isInstanceOf(Opened.Opens.class);
        assertThat(devices(link)).isZero();
        assertThat(left(link)).isEqualTo(250);
    }

    @Test
    void a_link_that_is_over_says_why_and_takes_no_place() {
        ReaderId giver = here.subscriber("over@example.test", 5);
        GiftLink revoked = here.given(giver, here.premium("Revoked"));
        here.gifts().revoke(giver, revoked.id(), NOW);
        assertThat(open(revoked, Device.fresh())).isInstanceOf(Opened.Revoked.class);
        GiftLink expired = here.given(giver, here.premium("Expired"));
        Instant later = NOW.plus(Duration.ofDays(31));
        assertThat(here.openings().open(token(expired), Device.fresh(), () -> true, later))
                .isInstanceOf(Opened.Expired.class);
        StoryId story = here.premium("Withdrawn");
        GiftLink withdrawn = here.given(giver, story);
        here.stories().withdraw(story, "We were wrong about the ledger.", NOW);
        assertThat(open(withdrawn, Device.fresh()))
                .isEqualTo(new Opened.StoryWithdrawn("We were wrong about the ledger."));
        assertThat(here.gifts().one(giver, withdrawn.id(), NOW).orElseThrow().state())
                .isEqualTo(GiftLink.State.STORY_WITHDRAWN);
        assertThat(here.openings().open(GiftToken.fresh(), Device.fresh(), () -> true, NOW))
                .isEqualTo(new Opened.Unknown());
        assertThat(devices(revoked) + devices(expired) + devices(withdrawn)).isZero();
    }

    @Test
    void a_link_leads_to_the_story_as_it_is_now() {
        ReaderId giver = here.subscriber("now@example.test", 5);
        StoryId story = here.premium("Moved and mended");
        GiftLink link = here.given(giver, story);
        here.stories().section(new Section("other", "Other", 2));
        Draft.of("Moved and mended, again")
                .section("other")
                .reaching(Reach.SUBSCRIBERS)
                .printOver(here.stories(), story, 1, NOW);
        assertThat(open(link, Device.fresh())).isInstanceOfSatisfying(Opened.Opens.class, opens -> {
            assertThat(opens.story().headline()).isEqualTo("Moved and mended, again");
            assertThat(opens.story().path()).startsWith("/other/");
            assertThat(opens.pass()).isEqualTo(new GiftPass(link.id(), story, link.until()));
        });
    }

    @Test
    void the_friend_hears_a_name_only_if_the_giver_wants_it_said() {
        ReaderId giver = here.subscriber("named@example.test", 5);
        GiftLink plain = here.given(giver, here.premium("By nobody"));
        assertThat(here.openings().greeting(plain.id())).contains(new Opened.Greeting(Optional.empty(), ""));
        Gifts.Wish wish = new Gifts.Wish(here.premium("By Ana"), "For you", Optional.of("Ana"));
        GiftLink named = GiftRoom.link(here.gifts().give(giver, wish, NOW));
        assertThat(here.openings().greeting(named.id())).contains(new Opened.Greeting(Optional.of("Ana"), "For you"));
        assertThat(here.openings().greeting(new GiftId(999_999_999L))).isEmpty();
    }

    @Test
    void which_devices_opened_a_gift_is_forgotten_when_it_is_over_and_how_many_is_not() {
        TestDatabase own = database.anotherNode();
        GiftRoom later = GiftRoom.on(own, () -> NOW.plus(Duration.ofDays(33)));
        GiftLink link = given("Forgotten");
        Device device = Device.fresh();
        open(link, device);
        here.openings().seen(link.id(), device, NOW);
        here.openings().forgetDevices();
        assertThat(devices(link)).isEqualTo(1);
        later.openings().forgetDevices();
        assertThat(devices(link)).isZero();
        assertThat(opened(link)).isEqualTo(1);
    }

    @Test
    void a_new_device_that_may_not_come_now_takes_no_place_and_one_that_has_its_place_is_not_asked() {
        GiftLink link = given("For the class");
        Device device = Device.fresh();
        assertThat(open(link, device)).isInstanceOf(Opened.Opens.class);
        int left = left(link);
        assertThat(here.openings().open(token(link), Device.fresh(), () -> false, NOW))
                .isInstanceOf(Opened.Crowded.class);
        assertThat(left(link)).isEqualTo(left);
        assertThat(here.openings().open(token(link), device, () -> false, NOW)).isInstanceOf(Opened.Opens.class);
    }

    @Test
    void what_is_kept_of_a_device_links_no_two_gifts() {
        Device device = Device.fresh();
        assertThat(device.hash(new GiftId(1))).isNotEqualTo(device.hash(new GiftId(2)));
    }

    private static Opened open(GiftLink link, Device device) {
        return here.openings().open(token(link), device, () -> true, NOW);
    }

    private static GiftLink given(String headline) {
        ReaderId giver = here.subscriber("giver" + readers++ + "@example.test", 5);
        return here.given(giver, here.premium(headline));
    }

    private static int opened(GiftLink link) {
        return number("select opened from gift.gift where id = :id", link);
    }

    private static int left(GiftLink link) {
        return number("select devices_left from gift.gift where id = :id", link);
    }

    private static int devices(GiftLink link) {
        return number("select count(*) from gift.device where gift = :id", link);
    }

    private static int number(String sql, GiftLink link) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("id", link.id().value())
                        .mapTo(Integer.class)
                        .one());
    }

    private static void placesLeft(GiftLink link, int left) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("update gift.gift set devices_left = :left where id = :id")
                        .bind("left", left)
                        .bind("id", link.id().value())
                        .execute());
    }
}
