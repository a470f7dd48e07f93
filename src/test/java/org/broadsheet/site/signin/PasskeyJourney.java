package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.AuthenticatorApp;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader makes a passkey and signs in with it; another one has no scripts, and an app for codes. */
class PasskeyJourney {
    private static final String PASSWORD = "a password of nobody's";

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("PORT", String.valueOf(freePort())));

    private static final Chromium CHROMIUM = new Chromium();

    /** A passkey belongs to an origin, so the port has to be known beforehand. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    private static ReaderId reader(String email) {
        return PAPER.door(Accounts.class).known(new Email(email), "A Reader", PASSWORD, Instant.now());
    }

    private static String at(String path) {
        return "http://localhost:" + PAPER.at("/").getPort() + path;
    }

    private static void signIn(Page page, String email, String to) {
        page.navigate(at("/sign-in?to=" + to));
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        button(page, "Sign in").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @param presence whether somebody touches it by itself, which a suggestion in a field would then answer too */
    private static void plugIn(CDPSession browser, boolean presence) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", presence);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        browser.send("WebAuthn.enable");
        browser.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    @Test
    void a_passkey_made_once_signs_in_without_name_or_password() {
        reader("passkey@paper.example");
        try (BrowserContext context = CHROMIUM.device(Device.PHONE)) {
            Page page = context.newPage();
            plugIn(context.newCDPSession(page), true);
            signIn(page, "passkey@paper.example", "/account/security");
            page.waitForURL("**/account/security");
            Axe.check(page, "security");
            page.getByLabel("Name of the new passkey").fill("my phone");
            button(page, "Add a passkey").click();
            page.waitForURL("**/account/security?done=passkey-made");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("has been added");
            assertThat(page.locator(".passkeys h3").textContent()).isEqualTo("my phone");
            Axe.check(page, "security with a passkey");

            context.clearCookies();
            page.navigate(at("/sign-in?to=/account/security"));
            if (!page.url().endsWith("/account/security")) {
                Locator act = button(page, "Sign in with a passkey");
                if (act.isVisible()) {
                    act.click();
                }
            }
            page.waitForURL("**/account/security");
            assertThat(page.locator(".passkeys .meta").textContent()).contains("last used");
            assertThat(context.cookies().stream().filter(cookie -> cookie.name.equals("session")))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void an_app_is_set_up_and_asked_for_without_scripts() {
        reader("app@paper.example");
        String secret;
        String code;
        try (BrowserContext context = CHROMIUM.device(Device.PHONE.withoutScripts())) {
            Page page = context.newPage();
            signIn(page, "app@paper.example", "/account/security");
            page.waitForURL("**/account/security");
            assertThat(button(page, "Add a passkey").isVisible()).isFalse();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set up an app"))
                    .click();
            page.waitForURL("**/account/security/app");
            secret = page.locator("code.secret").textContent();
            page.getByLabel("Code that the app shows now").fill(AuthenticatorApp.code(secret, Instant.now()));
            button(page, "Finish").click();
            page.waitForURL("**/account/security/codes");
            assertThat(page.locator(".codes code").allTextContents()).hasSize(10);
            code = page.locator(".codes code").first().textContent();
            context.clearCookies();

            signIn(page, "app@paper.example", "/account/security");
            page.waitForURL("**/sign-in/code");
            page.getByLabel("Code")
                    .fill(AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
            button(page, "Sign in").click();
            page.waitForURL("**/account/security");
            assertThat(page.locator("#app ~ p").first().textContent()).contains("is set up");
        }
        withScripts(code);
        CHROMIUM.complaints().removeIf(each -> each.contains("422"));
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void withScripts(String recoveryCode) {
        try (BrowserContext context = CHROMIUM.device(Device.DESK.inTheDark())) {
            Page page = context.newPage();
            signIn(page, "app@paper.example", "/account/data");
            page.waitForURL("**/sign-in/code");
            Axe.check(page, "the code");
            page.getByLabel("Code").fill("000000");
            button(page, "Sign in").click();
            page.getByRole(AriaRole.ALERT).first().waitFor();
            Axe.check(page, "a wrong code");
            page.getByLabel("Code").fill(recoveryCode);
            button(page, "Sign in").click();
            page.waitForURL("**/account/data");
            for (String path : new String[] {
                "/account/data", "/account/data/deletion", "/account/confirm?to=/account", "/account/security"
            }) {
                page.navigate(at(path));
                Axe.check(page, path);
            }
            button(page, "Make ten new recovery codes").click();
            page.waitForURL("**/account/security/codes");
            Axe.check(page, "recovery codes");
            page.navigate(at("/account/security"));
            button(page, "Remove the app").click();
            page.waitForURL("**/account/security?done=app-removed");
            page.navigate(at("/account/security/app"));
            Axe.check(page, "setting up");
        }
    }
}
