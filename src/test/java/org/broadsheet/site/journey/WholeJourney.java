package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.LocalStripe;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a stranger to somebody who gives stories away, and on to a friend: all of it by hand, nothing put in from behind. */
class WholeJourney {
    private static final Instant MORNING = Instant.parse("2026-01-03T05:00:00Z");
    private static final String GUARDED = "words that only some may read";
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final LocalStripe STRIPE = new LocalStripe();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.startAtItsAddress(settings());

    private static final Chromium CHROMIUM = new Chromium();
    private static List<String> metered = List.of();
    private static List<String> premium = List.of();

    private static Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(STRIPE.settings());
        all.put("NAME", "The Public Record");
        all.put("ZONE", "Asia/Jakarta");
        return all;
    }

    @BeforeAll
    static void print() {
        PAPER.door(Stories.class).section(new Section("news", "News", 1));
        metered = printed(Reach.METERED, "First", "Second", "Third", "Fourth");
        premium = printed(Reach.SUBSCRIBERS, "A ledger", "Another ledger");
        PAPER.door(Plans.class).offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
    }

    private static List<String> printed(Reach reach, String... headlines) {
        return Stream.of(headlines)
                .map(headline -> Draft.of(headline)
                        .html("<p>The free beginning.</p><p>" + (GUARDED + " and others ").repeat(30) + "</p>")
                        .reaching(reach)
                        .print(PAPER.door(Stories.class), MORNING))
                .map(id -> PAPER.door(InPrint.class)
                        .story(id)
                        .orElseThrow()
                        .teaser()
                        .path())
                .toList();
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_stranger_meets_the_wall_joins_subscribes_and_gives_a_story_that_a_friend_reads(Device device) {
        try (BrowserContext mine = CHROMIUM.device(device);
                BrowserContext friends = CHROMIUM.device(device)) {
            Page page = mine.newPage();
            metered.subList(0, 3).forEach(story -> assertThat(text(page, story)).contains(GUARDED));
            assertThat(text(page, metered.get(3))).doesNotContain(GUARDED);
            link(page, "See subscriptions and prices").click();
            page.waitForURL("**/plans");
            join(page, "whole" + device.scripts() + "@journey.test");
            assertThat(text(page, metered.get(3)))
                    .as("joining spends nothing twice and gives nothing anew")
                    .doesNotContain(GUARDED);
            subscribe(page);
            // the payment provider tells the paper in its own time
            Awaitility.await()
                    .untilAsserted(() -> assertThat(text(page, metered.get(3))).contains(GUARDED));
            String given = give(page);
            Page friend = friends.newPage();
            friend.navigate(given);
            assertThat(URI.create(friend.url()).getPath()).isEqualTo(premium.getFirst());
            assertThat(friend.locator(".text").textContent()).contains(GUARDED);
            assertThat(text(friend, premium.getLast())).doesNotContain(GUARDED);
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void join(Page page, String email) {
        link(page, "Choose Reader").click();
        page.waitForURL("**/sign-in?to=**");
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Join"))
                .click();
        page.waitForURL("**/join?to=**");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        button(page, "Join").click();
        page.waitForURL("**/join/sent");
        page.navigate(
                PAPER.at(Mailbox.link(PAPER, email.toLowerCase(Locale.ROOT))).toString());
        button(page, "Confirm and sign in").click();
        page.waitForURL("**/plans/reader/checkout");
    }

    private static void subscribe(Page page) {
        page.navigate(PAPER.at("/plans").toString());
        link(page, "Choose Reader").click();
        button(page, "Continue to payment").click();
        page.waitForURL("**/pay/**");
        button(page, "Pay").click();
        page.waitForURL("**/plans/thanks**");
    }

    private static String give(Page page) {
        assertThat(text(page, premium.getFirst())).contains(GUARDED);
        link(page, "Give this story").click();
        assertThat(page.locator(".gift-count").textContent()).contains("3 of 3 left this month");
        button(page, "Make the link").click();
        page.waitForURL("**/gifts/*said=new");
        return page.getByLabel("The link to give").inputValue();
    }

    private static String text(Page page, String story) {
        page.navigate(PAPER.at(story).toString());
        return page.locator(".text").textContent();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
