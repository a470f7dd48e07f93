package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paywall.Passes;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.second.Halves;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.broadsheet.testing.AuthenticatorApp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions: made anew (fixation), ended for good, half ones worth nothing. */
class SessionsPageTest {
    private static final int SEE_OTHER = 303;

    @RegisterExtension
    static final World world = World.start();

    @Test
    void signing_in_makes_another_session_whatever_cookie_came_along() {
        String email = world.withPassword(Kind.READER);
        Guest attacker = world.signIn(
                Kind.ANOTHER_SUBSCRIBER,
                world.guest(Kind.ANOTHER_SUBSCRIBER).reader().orElseThrow());
        Browser victim = new Browser(world.sender()).put(attacker.cookies());
        HttpResponse<String> in = victim.post("/sign-in", "to=/&email=" + email + "&password=" + World.PASSWORD);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(SEE_OTHER);
        String session = victim.cookie(SessionCookie.NAME).orElseThrow();
        assertThat(attacker.cookies()).doesNotContain(session);
        assertThat(victim.get("/account").body()).contains(email);
        assertThat(world.sender().get("/account", attacker).statusCode()).isEqualTo(SEE_OTHER);
        String before = session;
        victim.post("/sign-in", "to=/&email=" + email + "&password=" + World.PASSWORD);
        assertThat(victim.cookie(SessionCookie.NAME)).isPresent().isNotEqualTo(Optional.of(before));
        assertThat(new Browser(world.sender())
                        .put(SessionCookie.NAME + "=" + before)
                        .signedIn())
                .isFalse();
    }

    @Test
    void what_is_signed_out_opens_nothing_any_more() throws InterruptedException {
        ReaderId reader = world.guest(Kind.SUBSCRIBER).reader().orElseThrow();
        Guest guest = world.signIn(Kind.SUBSCRIBER, reader);
        Browser browser = new Browser(world.sender()).put(guest.cookies());
        assertThat(browser.get(world.path(Reach.SUBSCRIBERS)).body()).contains(World.GUARDED);
        String pass = browser.cookie(Passes.COOKIE).orElseThrow();
        assertThat(browser.post("/sign-out", "to=/").statusCode()).isEqualTo(SEE_OTHER);
        assertThat(browser.cookie(SessionCookie.NAME)).isEmpty();
        assertThat(browser.cookie(Passes.COOKIE)).isEmpty();
        assertThat(world.sender().get("/account", guest).statusCode()).isEqualTo(SEE_OTHER);
        Guest thief = new Guest(Kind.STRANGER, Optional.empty(), world.cookie(Passes.COOKIE, pass));
        Instant end = Instant.now().plusSeconds(10);
        while (world.sender().get(world.path(Reach.SUBSCRIBERS), thief).body().contains(World.GUARDED)
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(world.sender().get(world.path(Reach.SUBSCRIBERS), thief).body())
                .doesNotContain(World.GUARDED);
    }

    @Test
    void a_session_ends_180_days_after_its_cookie_was_made() {
        Guest guest = world.guest(Kind.READER);
        Session session = world.paper()
                .door(SessionCookie.class)
                .read(guest.cookies().substring(guest.cookies().indexOf('=') + 1), Instant.now())
                .orElseThrow();
        for (long days : List.of(179L, 181L)) {
            Session old = new Session(
                    session.reader(),
                    session.device(),
                    session.epoch(),
                    Instant.now().minus(Duration.ofDays(days)));
            String cookie = world.cookie(
                    SessionCookie.NAME, world.paper().door(SessionCookie.class).write(old));
            assertThat(new Browser(world.sender()).put(cookie).signedIn())
                    .as(days + " days")
                    .isEqualTo(days == 179);
        }
    }

    @Test
    void signed_out_everywhere_is_signed_out_in_every_browser_but_this_one() {
        ReaderId reader = world.guest(Kind.REPORTER).reader().orElseThrow();
        Guest one = world.signIn(Kind.REPORTER, reader);
        Browser other = new Browser(world.sender())
                .put(world.signIn(Kind.REPORTER, reader).cookies());
        assertThat(other.post("/account/sign-out-everywhere", "").statusCode()).isEqualTo(SEE_OTHER);
        assertThat(other.signedIn()).isTrue();
        assertThat(world.sender().get("/account", one).statusCode()).isEqualTo(SEE_OTHER);
    }

    @Test
    void half_signed_in_is_not_signed_in() {
        String email = world.withPassword(Kind.EDITOR);
        String secret = world.withApp(Kind.EDITOR);
        Browser browser = new Browser(world.sender());
        HttpResponse<String> half = browser.post("/sign-in", "to=/&email=" + email + "&password=" + World.PASSWORD);
        assertThat(half.headers().firstValue("Location")).contains("/sign-in/code");
        assertThat(browser.cookie(SessionCookie.NAME)).isEmpty();
        String cookie = browser.cookie(Halves.COOKIE).orElseThrow();
        for (String path : List.of("/account", "/account/security", "/gifts", "/account/data")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(SEE_OTHER);
        }
        assertThat(browser.get(world.path(Reach.SUBSCRIBERS)).body()).doesNotContain(World.GUARDED);
        Browser thief = new Browser(world.sender()).put(SessionCookie.NAME + "=" + cookie);
        assertThat(thief.signedIn()).isFalse();
        assertThat(browser.post("/sign-in/code", "code=" + AuthenticatorApp.code(secret, Instant.now()))
                        .statusCode())
                .isEqualTo(SEE_OTHER);
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void a_browser_that_has_not_lately_shown_who_it_is_changes_nothing_of_how_one_signs_in() {
        ReaderId reader = world.guest(Kind.PUBLISHER).reader().orElseThrow();
        Guest guest = world.signIn(Kind.PUBLISHER, reader);
        world.anHourAgo();
        var before = Snapshot.of(world.paper().database().jdbi(), reader);
        for (String path : List.of(
                "/account/security/app",
                "/account/security/app/removal",
                "/account/security/codes",
                "/account/security/openid/removal",
                "/account/data/document",
                "/account/data/deletion",
                "/account/security/passkeys/1/removal")) {
            HttpResponse<String> answer = world.sender().post(path, guest, From.HERE, "sure=yes&code=123456");
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(path)
                    .startsWith("/account/confirm");
        }
        for (String path : List.of("/account/security/passkeys", "/account/security/passkeys/options")) {
            assertThat(world.sender().post(path, guest, From.HERE, "{}").body())
                    .as(path)
                    .contains("/account/confirm");
        }
        assertThat(Snapshot.of(world.paper().database().jdbi(), reader)).isEqualTo(before);
    }

    @Test
    void a_new_password_by_mail_does_not_get_past_the_second_factor() {
        String secret = world.withApp(Kind.ANOTHER_SUBSCRIBER);
        assertThat(secret).isNotEmpty();
        Browser thief = new Browser(world.sender());
        thief.post("/forgotten", "email=another_subscriber@paper.example");
        String words = world.paper()
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select words from base.mail where recipient like 'another_subscriber@%' order by id desc limit 1")
                        .mapTo(String.class)
                        .one());
        Matcher link = Pattern.compile("/forgotten/[A-Za-z0-9_-]+").matcher(words);
        assertThat(link.find()).as(words).isTrue();
        HttpResponse<String> chosen = thief.post(link.group(), "password=a-thief-chose-this-one");
        assertThat(chosen.headers().firstValue("Location")).contains("/sign-in/code");
        assertThat(thief.cookie(SessionCookie.NAME)).isEmpty();
        assertThat(thief.signedIn()).isFalse();
    }

    @Test
    void who_has_no_password_shows_who_they_are_by_signing_in_anew() {
        Browser browser = new Browser(world.sender())
                .put(world.anew(world.guest(Kind.REPORTER)).cookies());
        world.anHourAgo();
        HttpResponse<String> asked = browser.get("/account/data/deletion");
        String confirm = asked.headers().firstValue("Location").orElseThrow();
        assertThat(confirm).isEqualTo("/account/confirm?to=%2Faccount%2Fdata%2Fdeletion");
        Element form = Jsoup.parse(browser.get(confirm).body()).selectFirst("form[action=/sign-out]");
        String to = Objects.requireNonNull(form).select("input[name=to]").attr("value");
        HttpResponse<String> out = browser.post("/sign-out", "to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        assertThat(out.headers().firstValue("Location")).contains("/sign-in?to=%2Faccount%2Fdata%2Fdeletion");
        assertThat(browser.signedIn()).isFalse();
    }

    /** Else a stolen password would be enough, by way of an app of the thief's own. */
    @Test
    void who_knows_only_the_password_of_staff_with_a_passkey_sets_up_no_second_factor_of_their_own() throws Exception {
        World strict = World.start(Map.of("SECOND_FACTOR", "staff"));
        try {
            String email = strict.withPassword(Kind.EDITOR);
            ReaderId editor = strict.guest(Kind.EDITOR).reader().orElseThrow();
            strict.passkey(editor, (byte) 2);
            Browser thief = new Browser(strict.sender());
            thief.post("/sign-in", "to=/&email=" + email + "&password=" + World.PASSWORD);
            assertThat(thief.signedIn()).isTrue();
            assertThat(thief.get(strict.path(Reach.SUBSCRIBERS)).body()).doesNotContain(World.GUARDED);
            var before = Snapshot.of(strict.paper().database().jdbi(), editor);
            for (String path :
                    List.of("/account/security/app", "/account/security/codes", "/account/security/app/removal")) {
                assertThat(thief.post(path, "setup=x&code=123456")
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                        .as(path)
                        .startsWith("/account/confirm");
            }
            assertThat(thief.get("/account/security/app").statusCode()).isEqualTo(SEE_OTHER);
            assertThat(thief.post("/account/security/passkeys/options", "{}").body())
                    .contains("/account/confirm");
            assertThat(thief.post("/account/confirm", "password=" + World.PASSWORD)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(thief.get("/account/security/app").statusCode()).isEqualTo(SEE_OTHER);
            assertThat(Snapshot.of(strict.paper().database().jdbi(), editor).get("reader.passkey.reader"))
                    .isEqualTo(before.get("reader.passkey.reader"));
        } finally {
            strict.paper().close();
        }
    }
}
