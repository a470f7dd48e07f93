package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.LocalStripe;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody subscribes at the payment provider's, and cancels in as many steps. */
class SubscribingJourney {
    @RegisterExtension
    static final LocalStripe STRIPE = new LocalStripe();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(settings());

    private static final Chromium CHROMIUM = new Chromium();

    private static Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(STRIPE.settings());
        all.put("NAME", "The Public Record");
        all.put("ZONE", "Asia/Jakarta");
        // the address that the provider sends people back to has to be known beforehand
        all.put("PORT", Integer.toString(freePort()));
        return all;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @BeforeAll
    static void offer() {
        Plans plans = PAPER.door(Plans.class);
        plans.offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3)
                .at(1));
        plans.offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5)
                .at(2));
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> devices() {
        return List.of(Device.PHONE, Device.PHONE.withoutScripts(), Device.DESK.inTheDark());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void subscribing_takes_two_steps_and_a_payment_and_cancelling_takes_two_steps(Device device) {
        ReaderId reader = People.join(PAPER.database().jdbi(), "reader" + device.hashCode() + "@journey.test");
        try (BrowserContext context = CHROMIUM.device(device)) {
            String session = PAPER.door(SessionCookie.class)
                    .write(PAPER.door(Sessions.class).begin(reader, "a journey", Instant.now()));
            context.addCookies(
                    List.of(new Cookie("session", session).setUrl(PAPER.at("/").toString())));
            Page page = context.newPage();
            page.navigate(PAPER.at("/plans").toString());
            look(page, device, "plans");
            link(page, "Choose Patron");
            page.waitForURL("**/plans/patron/checkout");
            look(page, device, "checkout");
            button(page, "Continue to payment");
            page.waitForURL("**/pay/**");
            button(page, "Pay");
            page.waitForURL("**/plans/thanks**");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Every story is open");
            look(page, device, "thanks");
            assertThat(PAPER.door(Entitlements.class).of(reader, Instant.now())).isPresent();
            link(page, "Your subscription");
            page.waitForURL("**/account/plan");
            look(page, device, "own");
            link(page, "Cancel the subscription");
            page.waitForURL("**/cancel");
            look(page, device, "cancel");
            button(page, "Cancel the subscription");
            page.waitForURL("**/account/plan?done=cancelled");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("is cancelled");
            assertThat(page.getByText("Cancelled. You can read until").isVisible())
                    .isTrue();
            look(page, device, "cancelled");
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void look(Page page, Device device, String what) {
        if (device.scripts()) {
            Axe.check(page, what);
            String name = "plans-%s-%d%s.png".formatted(what, device.width(), device.dark() ? "-dark" : "");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/look").resolve(name))
                    .setFullPage(true));
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(what + " fits")
                .isEqualTo(true);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
