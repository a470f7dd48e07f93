package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Subscribers;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An office reads by one subscription: its owner asks people in, one takes the seat and leaves it, another is put out. */
class GroupJourney {
    @RegisterExtension
    static final TestPaper PAPER = SmallPaper.start();

    private static final Chromium CHROMIUM = new Chromium();

    @BeforeAll
    static void offer() {
        Money price = Money.of("400000", "IDR");
        PAPER.door(Plans.class)
                .offer(Plan.of("office", "Office", price, Plan.Interval.MONTH, 3)
                        .withSeats(3));
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> devices() {
        return List.of(
                Device.PHONE,
                Device.DESK,
                Device.DESK.inTheDark(),
                Device.PHONE.withoutScripts(),
                Device.DESK.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void seats_are_offered_taken_left_and_taken_back(Device device) {
        String tag = device.width() + (device.scripts() ? "s" : "n") + (device.dark() ? "d" : "l");
        String friend = "friend" + tag + "@journey.test";
        String colleague = "colleague" + tag + "@journey.test";
        try (BrowserContext owners = signedIn(owner("owner" + tag + "@journey.test"), device);
                BrowserContext friends = CHROMIUM.device(device);
                BrowserContext colleagues =
                        signedIn(People.join(PAPER.database().jdbi(), colleague), device)) {
            Page owner = owners.newPage();
            invites(owner, device, friend, colleague);
            takesAndLeaves(friends.newPage(), device, friend);
            Page page = colleagues.newPage();
            takes(page, device, colleague);
            isPutOut(owner, device, colleague);
            Soon.holds("the colleague's story is shut", () -> !reads(page));
            go(page, "/account/plan");
            assertThat(page.locator("main").textContent()).doesNotContain("You read by a seat");
        }
        CHROMIUM.complaints().removeIf(each -> each.contains("status of 422"));
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void invites(Page page, Device device, String friend, String colleague) {
        go(page, "/account/plan");
        assertThat(page.locator("main").textContent()).contains("2 seats are left of 3, yours included.");
        invite(page, friend);
        page.waitForURL("**/account/plan?done=seat");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("The invitation is on its way.");
        assertThat(page.locator("main").textContent()).contains(friend + " is invited");
        invite(page, friend);
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("has a seat or an invitation already");
        look(page, device, "a refused invitation");
        invite(page, colleague);
        page.waitForURL("**/account/plan?done=seat");
        assertThat(page.locator("main").textContent()).contains("No seat is left of 3");
        look(page, device, "the owner's page, full");
        invite(page, "third@journey.test");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("Every seat is taken.");
    }

    private static void invite(Page page, String email) {
        page.getByLabel("E-mail address of somebody to invite").fill(email);
        button(page, "Invite").click();
    }

    /** Somebody without an account, who has to come back to the invitation after having joined. */
    private static void takesAndLeaves(Page page, Device device, String email) {
        String invitation = Mailbox.link(PAPER, email);
        go(page, invitation);
        page.waitForURL("**/sign-in?to=**");
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Join"))
                .click();
        page.waitForURL("**/join?to=**");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("With a link that we mail you each time").check();
        button(page, "Join").click();
        page.waitForURL("**/join/sent");
        go(page, Mailbox.link(PAPER, email));
        button(page, "Confirm and sign in").click();
        page.waitForURL("**" + invitation);
        sitsDown(page, device, email);
        button(page, "Give the seat up").click();
        page.waitForURL("**/account/plan?done=left");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("You have given the seat up.");
        look(page, device, "a page without a seat");
        Soon.holds("the friend's story is shut", () -> !reads(page));
        go(page, invitation);
        button(page, "Take the seat").click();
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("no longer good");
    }

    private static void takes(Page page, Device device, String email) {
        go(page, Mailbox.link(PAPER, email));
        sitsDown(page, device, email);
    }

    private static void sitsDown(Page page, Device device, String email) {
        assertThat(page.locator("main").textContent()).contains("You are invited", email);
        look(page, device, "an invitation");
        button(page, "Take the seat").click();
        page.waitForURL("**/account/plan?done=taken");
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("The seat is yours.");
        assertThat(page.locator("main").textContent()).contains("You read by a seat of Office");
        look(page, device, "a page with a seat");
        Soon.holds("the story is open", () -> reads(page));
        go(page, "/account/plan");
    }

    private static void isPutOut(Page page, Device device, String email) {
        go(page, "/account/plan");
        assertThat(page.locator("main").textContent()).contains(email + " reads", "One seat is left of 3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove " + email))
                .click();
        page.getByText("2 seats are left of 3").waitFor();
        assertThat(page.locator("main").textContent()).doesNotContain(email);
        look(page, device, "the owner's page, empty");
    }

    private static boolean reads(Page page) {
        go(page, "/policy");
        go(
                page,
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SmallPaper.PREMIUM))
                        .first()
                        .getAttribute("href"));
        return page.locator(".text").textContent().contains(SmallPaper.GUARDED);
    }

    private static ReaderId owner(String email) {
        ReaderId owner = People.join(PAPER.database().jdbi(), email);
        Instant now = Instant.now();
        PAPER.door(Subscriptions.class)
                .give(
                        new Subscriptions.Gift(owner, "office", now.plus(Duration.ofDays(90)), "a journey"),
                        Actor.PAPER,
                        now);
        return owner;
    }

    private static BrowserContext signedIn(ReaderId reader, Device device) {
        BrowserContext context = CHROMIUM.device(device);
        String session = Subscribers.session(PAPER, reader);
        context.addCookies(
                List.of(new Cookie("session", session).setUrl(PAPER.at("/").toString())));
        return context;
    }

    private static void go(Page page, String path) {
        page.navigate(PAPER.at(path).toString());
    }

    /** Axe finds nothing, and nothing sticks out at the side. */
    private static void look(Page page, Device device, String what) {
        if (device.scripts()) {
            Axe.check(page, what);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what)
                .isEqualTo(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
