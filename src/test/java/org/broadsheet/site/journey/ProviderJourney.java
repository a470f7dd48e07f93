package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.LocalProvider;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody with an account at another provider: joins by it, takes the link away, is told to sign in, and links again. */
class ProviderJourney {
    private static final LocalProvider PROVIDER = new LocalProvider();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.startAtItsAddress(settings());

    private static final Chromium CHROMIUM = new Chromium();

    private static Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(PROVIDER.settings());
        all.put("NAME", "The Public Record");
        return all;
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
        PROVIDER.close();
    }

    static List<Device> devices() {
        return List.of(Device.PHONE, Device.DESK, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void a_stranger_joins_unlinks_signs_in_and_links_again(Device device) {
        String email = "provider" + device.width() + device.scripts() + "@journey.test";
        PROVIDER.saying(each -> each.subject(email).claim("email", email).claim("email_verified", true));
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = context.newPage();
            joins(page, device, email);
            page.navigate(PAPER.at("/account/security").toString());
            assertThat(page.content()).contains("You can sign in with your account at Example ID.");
            button(page, "Remove the link").click();
            page.waitForURL("**/account/security?done=provider-unlinked");
            assertThat(link(page, "Link my account at Example ID").isVisible()).isTrue();
            look(page, device, "the page Security");
            signsOut(page);
            isToldToSignInFirst(page, device);
            signsInByMail(page, email);
            page.navigate(PAPER.at("/account/security").toString());
            link(page, "Link my account at Example ID").click();
            page.waitForURL("**/account/security?done=provider-linked");
            signsOut(page);
            page.navigate(PAPER.at("/sign-in?to=/plans").toString());
            link(page, "Sign in with Example ID").click();
            page.waitForURL("**/plans");
            page.navigate(PAPER.at("/account").toString());
            assertThat(page.content()).contains(email);
        }
        assertThat(CHROMIUM.complaints().stream().filter(each -> !each.contains("status of 422")))
                .isEmpty();
    }

    private static void joins(Page page, Device device, String email) {
        page.navigate(PAPER.at("/sign-in?to=/plans").toString());
        link(page, "Sign in with Example ID").click();
        page.waitForURL("**/sign-in/oidc/join");
        assertThat(page.locator("h1").textContent()).isEqualTo("Shall we make you an account?");
        look(page, device, "the question whether to make an account");
        assertThat(page.getByLabel("Yes, make me an account").evaluate("box => box.matches(':invalid')"))
                .as("the browser wants the tick")
                .isEqualTo(true);
        page.getByLabel("Name").fill("Ani");
        page.getByLabel("Yes, make me an account").check();
        button(page, "Make my account").click();
        page.waitForURL("**/plans");
        page.navigate(PAPER.at("/account").toString());
        assertThat(page.content()).contains(email, "Ani");
    }

    private static void isToldToSignInFirst(Page page, Device device) {
        page.navigate(PAPER.at("/sign-in").toString());
        link(page, "Sign in with Example ID").click();
        page.waitForURL("**/sign-in/oidc/back?**");
        assertThat(page.locator("h1").textContent()).isEqualTo("Sign in here first");
        look(page, device, "the page that says to sign in first");
        link(page, "To the sign-in page").click();
        page.waitForURL("**/sign-in?to=/account/security");
    }

    private static void signsInByMail(Page page, String email) {
        page.getByLabel("E-mail").fill(email);
        button(page, "Mail me a link").click();
        page.waitForURL("**/sign-in/sent");
        page.navigate(
                PAPER.at(Mailbox.link(PAPER, email.toLowerCase(Locale.ROOT))).toString());
        button(page, "Sign in").click();
        page.waitForURL("**/account**");
    }

    private static void signsOut(Page page) {
        page.navigate(PAPER.at("/account").toString());
        button(page, "Sign out").last().click();
        page.waitForURL(url -> !url.contains("/account"));
    }

    private static void look(Page page, Device device, String what) {
        if (device.scripts()) {
            Axe.check(page, what);
        }
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
