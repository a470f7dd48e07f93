package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.LocalProvider;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.People;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strangers who come from the provider, over HTTP. One address is sent there twenty times a minute: so few are sent here. */
class NewcomerPageTest {
    private static final String JOIN = "/sign-in/oidc/join";
    private static final LocalProvider PROVIDER = new LocalProvider();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(PROVIDER.settings());

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void a_stranger_is_asked_first_and_has_an_account_after_a_yes() {
        somebody("asked@paper.test", true);
        PlainBrowser browser = new PlainBrowser(PAPER);
        HttpResponse<String> back = visit(browser, "/plans");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(PlainBrowser.location(back)).isEqualTo(JOIN);
        Document page = browser.page(JOIN);
        assertThat(page.select("h1").text()).isEqualTo("Shall we make you an account?");
        assertThat(page.select(".standfirst").text()).contains("Example ID", "asked@paper.test");
        assertThat(page.select("#kept ~ p, section p").text()).contains("Your address, the name you gave");
        assertThat(page.select("input[name=agree][checked], input[name=newsletter][checked]"))
                .isEmpty();
        assertThat(find("asked@paper.test")).isEmpty();
        HttpResponse<String> silent = browser.post(JOIN, Map.of("name", "Ani"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(silent.body()).select("[role=alert]").text()).contains("Without this yes");
        assertThat(Jsoup.parse(silent.body()).select("input[name=name]").val()).isEqualTo("Ani");
        assertThat(find("asked@paper.test")).isEmpty();
        HttpResponse<String> joined = browser.post(JOIN, Map.of("agree", "yes", "name", "Ani"));
        assertThat(PlainBrowser.location(joined)).isEqualTo("/plans");
        assertThat(browser.cookies()).containsKey("session").doesNotContainKeys("newcomer", "openid");
        assertThat(browser.page("/account").text()).contains("Ani", "asked@paper.test");
        ReaderId reader = find("asked@paper.test").orElseThrow();
        assertThat(PAPER.door(Consents.class).of(reader))
                .extracting(each -> each.purpose() + " " + each.given())
                .containsExactlyInAnyOrder("account true", "newsletter false");
        assertThat(PAPER.door(Consents.class).of(reader))
                .anySatisfy(each -> assertThat(each.wording()).startsWith("Yes, make me an account at"));
        assertThat(Mailbox.of(PAPER, "asked@paper.test"))
                .singleElement()
                .asString()
                .contains("by way of another provider");
    }

    @Test
    void what_was_asked_once_is_not_asked_again_and_makes_nothing_again() {
        somebody("once@paper.test", true);
        PlainBrowser browser = new PlainBrowser(PAPER);
        visit(browser, "/");
        String carried = browser.cookie("newcomer");
        assertThat(PlainBrowser.location(browser.post(JOIN, Map.of("agree", "yes"))))
                .isEqualTo("/account?done=joined");
        PlainBrowser next = new PlainBrowser(PAPER);
        next.cookies().put("newcomer", carried);
        assertThat(next.post(JOIN, Map.of("agree", "yes")).statusCode()).isEqualTo(410);
        assertThat(next.cookies()).doesNotContainKey("session");
        assertThat(PlainBrowser.location(browser.get(JOIN))).isEqualTo("/account");
        assertThat(PlainBrowser.location(visit(new PlainBrowser(PAPER), "/plans")))
                .as("known from now on")
                .isEqualTo("/plans");
    }

    @Test
    void an_address_that_the_provider_has_not_verified_makes_and_finds_nothing() {
        People.join(PAPER.database().jdbi(), "theirs@paper.test");
        for (String address : List.of("nobodys@paper.test", "theirs@paper.test")) {
            somebody(address, false);
            PlainBrowser browser = new PlainBrowser(PAPER);
            HttpResponse<String> back = visit(browser, "/");
            assertThat(back.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(back.body()).select("h1").text()).isEqualTo("That address is not verified");
            assertThat(browser.cookies()).doesNotContainKeys("session", "newcomer");
        }
        assertThat(find("nobodys@paper.test")).isEmpty();
    }

    @Test
    void who_has_an_account_is_asked_to_sign_in_and_link_and_is_not_signed_in() {
        People.join(PAPER.database().jdbi(), "here@paper.test");
        somebody("here@paper.test", true);
        PlainBrowser browser = new PlainBrowser(PAPER);
        HttpResponse<String> back = visit(browser, "/");
        assertThat(back.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(back.body());
        assertThat(page.select("h1").text()).isEqualTo("Sign in here first");
        assertThat(page.select("main a").eachAttr("href")).contains("/sign-in?to=/account/security");
        assertThat(browser.cookies()).doesNotContainKeys("session", "newcomer");
        Integer links = PAPER.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from reader.openid where subject = 'here@paper.test'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(links).isZero();
    }

    @Test
    void forms_of_others_and_cookies_that_were_made_up_make_nothing() {
        somebody("forged@paper.test", true);
        PlainBrowser browser = new PlainBrowser(PAPER);
        visit(browser, "//evil.example");
        assertThat(browser.post(JOIN, Map.of("agree", "yes"), "cross-site").statusCode())
                .isEqualTo(403);
        String carried = browser.cookie("newcomer");
        for (String lie : List.of("", "x", carried.substring(1), carried + "A")) {
            PlainBrowser other = new PlainBrowser(PAPER);
            other.cookies().put("newcomer", lie);
            assertThat(other.get(JOIN).statusCode()).as(lie).isEqualTo(410);
            assertThat(other.post(JOIN, Map.of("agree", "yes")).statusCode())
                    .as(lie)
                    .isEqualTo(410);
        }
        assertThat(find("forged@paper.test")).isEmpty();
        assertThat(PlainBrowser.location(browser.post(JOIN, Map.of("agree", "yes", "to", "https://evil.example"))))
                .isEqualTo("/account?done=joined");
    }

    @Test
    void the_same_stranger_in_five_browsers_at_once_gets_one_account_and_each_browser_is_let_in() throws Exception {
        somebody("five@paper.test", true);
        List<PlainBrowser> browsers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PlainBrowser browser = new PlainBrowser(PAPER);
            visit(browser, "/plans");
            browsers.add(browser);
        }
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> each : crowd.invokeAll(browsers.stream()
                    .map(browser -> (Callable<HttpResponse<String>>)
                            () -> browser.post(JOIN, Map.of("agree", "yes", "name", "Ani")))
                    .toList())) {
                assertThat(PlainBrowser.location(each.get())).isEqualTo("/plans");
            }
        }
        assertThat(browsers)
                .allSatisfy(
                        browser -> assertThat(browser.page("/account").text()).contains("five@paper.test"));
        assertThat(Mailbox.of(PAPER, "five@paper.test")).hasSize(1);
    }

    private static Optional<ReaderId> find(String email) {
        return PAPER.door(Accounts.class).find(new Email(email));
    }

    private static void somebody(String email, boolean verified) {
        PROVIDER.saying(each -> each.subject(email).claim("email", email).claim("email_verified", verified));
    }

    /** To the provider, which sends back at once. */
    private static HttpResponse<String> visit(PlainBrowser browser, String to) {
        String away = PlainBrowser.location(browser.get("/sign-in/oidc?to=" + to));
        try (HttpClient elsewhere = HttpClient.newHttpClient()) {
            URI back = URI.create(elsewhere
                    .send(HttpRequest.newBuilder(URI.create(away)).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return browser.get(back.getPath() + "?" + back.getRawQuery());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
