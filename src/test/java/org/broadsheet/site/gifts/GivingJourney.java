package org.broadsheet.site.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.gift.Gifts;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Subscribers;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A subscriber gives a story; a friend without an account reads it on another device, and no other story. */
class GivingJourney {
    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("NAME", "The Public Record", "ZONE", "Asia/Jakarta"));

    private static final Newsroom DESK = new Newsroom(PAPER);
    private static final Chromium CHROMIUM = new Chromium();
    private static int givers;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_story_is_given_and_read_by_a_friend_for_whom_a_second_one_stays_shut(Device device) {
        ReaderId giver = subscriber(5);
        StoryId story = DESK.print("The ledger of the harbour " + device.scripts(), Reach.SUBSCRIBERS);
        StoryId second = DESK.print("The other ledger " + device.scripts(), Reach.SUBSCRIBERS);
        try (BrowserContext mine = CHROMIUM.device(device);
                BrowserContext friends = CHROMIUM.device(device)) {
            Page page = signedIn(mine, giver);
            String url = given(page, story, device);
            Page friend = friends.newPage();
            friend.navigate(here(url));
            read(friend, story, device);
            friend.navigate(PAPER.at(path(second)).toString());
            assertThat(friend.locator(".text").textContent()).doesNotContain(Newsroom.LAST_WORDS);
            takenBack(page, device);
            friend.navigate(PAPER.at(path(story)).toString());
            assertThat(friend.locator(".text").textContent()).doesNotContain(Newsroom.LAST_WORDS);
            friend.navigate(here(url));
            assertThat(friend.locator("h1").textContent()).isEqualTo("This gift has been taken back");
            check(device, friend, "a link taken back");
        }
        quiet();
    }

    private static String given(Page page, StoryId story, Device device) {
        page.navigate(PAPER.at(path(story)).toString());
        link(page, "Give this story").click();
        assertThat(page.locator(".gift-count").textContent()).contains("5 of 5 left this month");
        check(device, page, "giving");
        page.getByLabel("A note to your friend").fill("Page two is about us.");
        page.getByLabel("Say that it is from me").check();
        button(page, "Make the link").click();
        page.waitForURL("**/gifts/*said=new");
        assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("Your gift is ready");
        assertThat(page.locator(".gift-count").textContent()).contains("4 of 5 left this month");
        check(device, page, "the link");
        return page.getByLabel("The link to give").inputValue();
    }

    private static void read(Page friend, StoryId story, Device device) {
        assertThat(friend.url()).isEqualTo(PAPER.at(path(story)).toString());
        assertThat(friend.locator(".text").textContent()).contains(Newsroom.LAST_WORDS);
        if (device.scripts()) {
            friend.locator(".reading-line .words").waitFor();
            assertThat(friend.locator(".reading-line").textContent())
                    .contains("a gift from Ana Suryani.", "Page two is about us.");
            friend.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/looks/gifts-read-" + device.width() + ".png")));
        }
        check(device, friend, "the gift");
        link(friend, "About this gift").click();
        friend.waitForURL("**/gift/from?story=*");
        assertThat(friend.locator("main").textContent()).contains("a gift from Ana Suryani.", "Page two is about us.");
        check(device, friend, "about the gift");
    }

    private static void takenBack(Page page, Device device) {
        page.navigate(PAPER.at("/gifts").toString());
        assertThat(page.locator(".figures").textContent())
                .contains(device.scripts() ? "opened on one device" : "not opened yet");
        check(device, page, "the list");
        button(page, "Take the link back").click();
        page.waitForURL("**/gifts?said=revoked");
        assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("taken back");
    }

    @Test
    void a_patron_gives_five_is_refused_the_sixth_and_gives_the_first_again_for_nothing() {
        ReaderId patron = subscriber(5);
        List<StoryId> stories = IntStream.range(0, 6)
                .mapToObj(number -> DESK.print("Patron " + number, Reach.SUBSCRIBERS))
                .toList();
        try (BrowserContext context = CHROMIUM.device(Device.DESK.withoutScripts())) {
            Page page = signedIn(context, patron);
            for (StoryId story : stories.subList(0, 5)) {
                give(page, story);
            }
            page.navigate(PAPER.at("/gifts/give?story=" + stories.get(5)).toString());
            assertThat(page.locator("h1").textContent()).isEqualTo("This month’s gifts are given");
            assertThat(page.locator(".gift-count").textContent()).contains("0 of 5 left", "starts again on");
            page.navigate(PAPER.at("/gifts/give?story=" + stories.getFirst()).toString());
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("nothing more was counted");
        }
        quiet();
    }

    @Test
    void the_link_is_copied_with_one_press_and_hovering_over_it_opens_nothing() {
        ReaderId giver = subscriber(3);
        StoryId story = DESK.print("Copied", Reach.SUBSCRIBERS);
        try (BrowserContext context = CHROMIUM.device(Device.DESK)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = signedIn(context, giver);
            give(page, story);
            String url = page.getByLabel("The link to give").inputValue();
            button(page, "Copy link").click();
            page.getByText("Link copied").first().waitFor();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(url);
        }
        quiet();
    }

    /** The service worker fetches for the page then, and the browser names no destination. */
    @Test
    void a_friend_who_has_read_the_paper_before_opens_a_gift_too() {
        StoryId story = DESK.print("For an old friend", Reach.SUBSCRIBERS);
        String url = DESK.give(subscriber(3), story, Map.of());
        try (BrowserContext context = CHROMIUM.device(Device.PHONE)) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/").toString());
            page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) =>"
                    + " navigator.serviceWorker.controller ? done()"
                    + " : navigator.serviceWorker.addEventListener('controllerchange', done)))");
            page.navigate(here(url));
            assertThat(page.locator(".text").textContent()).contains(Newsroom.LAST_WORDS);
        }
        quiet();
    }

    @Test
    void every_page_of_gifts_is_as_it_should_be_in_light_and_dark_on_a_phone_and_a_desk() {
        ReaderId giver = subscriber(3);
        StoryId story = DESK.print("A headline of the usual length, as they are in this paper", Reach.SUBSCRIBERS);
        StoryId next = DESK.print("The next story", Reach.METERED);
        String url = DESK.give(giver, story, Map.of("note", "Two lines\nof a note", "named", "yes"));
        GiftLink gift = PAPER.door(Gifts.class).of(giver, Instant.now()).getFirst();
        Map<String, String> givers = Map.of(
                "give", "/gifts/give?story=" + next,
                "free", "/gifts/give?story=" + DESK.print("For everyone", Reach.EVERYONE),
                "none", "/gifts/give?story=99999",
                "gift", "/gifts/" + gift.id() + "?said=new",
                "gifts", "/gifts");
        for (Device device : List.of(Device.PHONE, Device.PHONE.inTheDark(), Device.DESK, Device.DESK.inTheDark())) {
            try (BrowserContext context = CHROMIUM.device(device)) {
                Page page = signedIn(context, giver);
                givers.forEach((name, path) -> look(page, name, path, device));
                context.clearCookies();
                look(page, "signed-out", "/gifts/give?story=" + next, device);
                look(page, "story", URI.create(url).getPath(), device);
                look(page, "from", "/gift/from?story=" + story, device);
                look(page, "unknown", "/gift/nothing", device);
            }
        }
        quiet();
    }

    private static void look(Page page, String name, String path, Device device) {
        page.navigate(PAPER.at(path).toString());
        Axe.check(page, name + " on " + device);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name)
                .isLessThanOrEqualTo(((Number) page.evaluate("innerWidth")).intValue());
        String file = "gifts-" + name + "-" + device.width() + (device.dark() ? "-dark" : "") + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/looks", file))
                .setFullPage(false));
    }

    /** A paper of tests does not know its own port beforehand. */
    private static String here(String url) {
        return PAPER.at(URI.create(url).getPath()).toString();
    }

    private static void check(Device device, Page page, String what) {
        if (device.scripts()) {
            Axe.check(page, what);
        }
    }

    /** What the browser says of answers that are meant to be no success is no complaint. */
    private static void quiet() {
        CHROMIUM.complaints()
                .removeIf(each ->
                        Pattern.compile("status of 4(04|10)").matcher(each).find());
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void give(Page page, StoryId story) {
        page.navigate(PAPER.at("/gifts/give?story=" + story).toString());
        button(page, "Make the link").click();
        page.waitForURL("**/gifts/*said=new");
    }

    private static ReaderId subscriber(int gifts) {
        ReaderId reader = Subscribers.join(PAPER, "giver" + givers++ + "@example.test", gifts);
        Subscribers.call(PAPER, reader, "Ana Suryani");
        return reader;
    }

    private static Page signedIn(BrowserContext context, ReaderId reader) {
        context.addCookies(List.of(new Cookie("session", Subscribers.session(PAPER, reader))
                .setUrl(PAPER.at("/").toString())
                .setHttpOnly(true)));
        return context.newPage();
    }

    private static String path(StoryId story) {
        return DESK.path(story);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
