package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader joins, comes and goes, and looks after the account. */
class AccountJourney {
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final TestPaper PAPER = SmallPaper.start();

    private static final Chromium CHROMIUM = new Chromium();

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.DESK.inTheDark(), Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_reader_joins_signs_out_and_in_and_looks_after_the_account(Device device) {
        String email = "journey" + device.width() + device.scripts() + "@paper.test";
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = context.newPage();
            open(page, device, "/join");
            page.getByLabel("E-mail").fill(email);
            page.getByLabel("Name").fill("Ani");
            page.getByLabel("Password", exactly()).fill("password12");
            button(page, "Join").click();
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("guessed first");
            assertThat(page.getByLabel("E-mail").inputValue()).isEqualTo(email);
            checked(page, device, "a refused join");
            page.getByLabel("Password", exactly()).fill(PASSWORD);
            button(page, "Join").click();
            page.waitForURL("**/join/sent");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Look in your mail");
            checked(page, device, "sent");
            open(page, device, Mailbox.link(PAPER, email.toLowerCase(java.util.Locale.ROOT)));
            button(page, "Confirm and sign in").click();
            page.waitForURL("**/account?done=joined");
            checked(page, device, "the account");
            button(page, "Sign out").last().click();
            page.waitForURL(url -> url.endsWith("/"));
            signIn(page, device, email);
            lookAfter(page, device);
        }
        CHROMIUM.complaints().removeIf(each -> each.contains("422"));
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void signIn(Page page, Device device, String email) {
        open(page, device, "/sign-in?to=/account");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", exactly()).fill("not this one at all");
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("do not go together");
        checked(page, device, "a refused sign-in");
        page.getByLabel("Password", exactly()).fill(PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL("**/account");
    }

    private static void lookAfter(Page page, Device device) {
        page.getByLabel("Send me the letters").check();
        button(page, "Save").first().click();
        page.waitForURL("**/account?done=newsletter");
        assertThat(page.getByLabel("Send me the letters").isChecked()).isTrue();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change Password"))
                .click();
        page.waitForURL("**/account/password");
        checked(page, device, "another password");
        page.getByLabel("Your password now").fill(PASSWORD);
        page.getByLabel("New password").fill("five other words than those");
        button(page, "Change password").click();
        page.waitForURL("**/account?done=password");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change E-mail"))
                .click();
        page.waitForURL("**/account/email");
        checked(page, device, "another address");
        open(page, device, "/forgotten");
        open(page, device, "/privacy");
        open(page, device, "/outbox");
    }

    private static void open(Page page, Device device, String path) {
        page.navigate(PAPER.at(path).toString());
        checked(page, device, path);
    }

    /** Axe finds nothing, and nothing sticks out at the side. */
    private static void checked(Page page, Device device, String what) {
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

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
