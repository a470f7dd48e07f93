package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.gift.Devices;
import org.broadsheet.gift.GiftId;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.paywall.Pass;
import org.broadsheet.paywall.Passes;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.second.Half;
import org.broadsheet.reader.second.Halves;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cookies: how they are set, and what becomes of them when somebody changes one. */
class CookiesPageTest {
    @RegisterExtension
    static final World world = World.start();

    /** One kind of cookie: a good value, and whether a value is believed. */
    private record Kept(String good, Function<String, Boolean> believed) {}

    @Test
    void no_cookie_that_was_changed_opens_anything() {
        kinds().forEach((name, kind) -> {
            assertThat(kind.believed().apply(kind.good())).as(name).isTrue();
            // the last letter of a signature has bits that mean nothing
            for (int at = 0; at < kind.good().length() - 1; at++) {
                char other = kind.good().charAt(at) == 'A' ? 'g' : 'A';
                String changed =
                        kind.good().substring(0, at) + other + kind.good().substring(at + 1);
                assertThat(kind.believed().apply(changed))
                        .as(name + " " + changed)
                        .isFalse();
            }
            for (String odd : List.of(
                    "",
                    ".",
                    "..",
                    "null",
                    "0.0.0.0",
                    kind.good() + "A",
                    "A" + kind.good(),
                    kind.good().substring(1),
                    kind.good() + kind.good(),
                    "x".repeat(100_000),
                    "\u0000",
                    "-1.-1.-1.-1.x")) {
                assertThat(kind.believed().apply(odd)).as(name).isFalse();
            }
        });
    }

    @Test
    void no_cookie_passes_for_one_of_another_kind() {
        Map<String, Kept> kinds = kinds();
        kinds.forEach((name, kind) -> kinds.forEach((other, another) -> {
            if (!name.equals(other)) {
                assertThat(kind.believed().apply(another.good()))
                        .as(other + " as " + name)
                        .isFalse();
            }
        }));
    }

    @Test
    void a_cookie_of_another_papers_secret_is_nobodys() throws Exception {
        World other = World.start(Map.of("SECRET", "another secret that only the tests know of"));
        try {
            String session = other.guest(Kind.PUBLISHER).cookies();
            assertThat(world.sender()
                            .get("/account", new Guest(Kind.STRANGER, Optional.empty(), session))
                            .statusCode())
                    .isEqualTo(303);
        } finally {
            other.paper().close();
        }
    }

    @Test
    void what_has_run_out_opens_nothing() {
        Instant now = Instant.now();
        ReaderId reader = world.guest(Kind.SUBSCRIBER).reader().orElseThrow();
        String pass = world.paper()
                .door(Passes.class)
                .sign(new Pass(Optional.of(reader), Pass.Kind.SUBSCRIBER, now.minusSeconds(700), now.minusSeconds(60)));
        String gift = world.paper()
                .door(GiftPasses.class)
                .write(new GiftPass(new GiftId(1), world.story(Reach.SUBSCRIBERS), now.minusSeconds(1)));
        String session = world.paper()
                .door(SessionCookie.class)
                .write(new Session(reader, 1, 1, now.minus(Duration.ofDays(181))));
        for (String cookie : List.of(
                world.cookie(Passes.COOKIE, pass),
                world.cookie(GiftPasses.cookie(world.story(Reach.SUBSCRIBERS)), gift),
                world.cookie(SessionCookie.NAME, session))) {
            Guest guest = new Guest(Kind.STRANGER, Optional.empty(), cookie);
            assertThat(world.sender().get(world.path(Reach.SUBSCRIBERS), guest).body())
                    .as(cookie)
                    .doesNotContain(World.GUARDED);
            assertThat(world.sender().get("/account", guest).statusCode())
                    .as(cookie)
                    .isEqualTo(303);
        }
    }

    @Test
    void a_pass_or_a_gift_of_one_story_opens_no_account_and_no_other_story() {
        Instant soon = Instant.now().plusSeconds(300);
        String gift = world.paper()
                .door(GiftPasses.class)
                .write(new GiftPass(new GiftId(1), world.story(Reach.METERED), soon));
        Guest guest = new Guest(
                Kind.STRANGER, Optional.empty(), world.cookie(GiftPasses.cookie(world.story(Reach.SUBSCRIBERS)), gift));
        assertThat(world.sender().get(world.path(Reach.SUBSCRIBERS), guest).body())
                .doesNotContain(World.GUARDED);
        String pass = world.paper()
                .door(Passes.class)
                .sign(new Pass(world.guest(Kind.PUBLISHER).reader(), Pass.Kind.STAFF, Instant.now(), soon));
        Guest holder = new Guest(Kind.STRANGER, Optional.empty(), world.cookie(Passes.COOKIE, pass));
        for (String path : List.of("/account", "/account/security", "/gifts", "/account/data")) {
            assertThat(world.sender().get(path, holder).statusCode()).as(path).isEqualTo(303);
        }
    }

    @Test
    void every_cookie_is_lax_and_out_of_reach_of_scripts() {
        List<String> cookies = tour(world);
        assertThat(cookies).hasSizeGreaterThan(6).allSatisfy(cookie -> {
            assertThat(cookie).contains("SameSite=Lax", "Path=/").doesNotContain("Domain=");
            if (!cookie.startsWith("text=") && !cookie.startsWith("text-size=")) {
                assertThat(cookie).contains("HttpOnly");
            }
        });
    }

    @Test
    void under_https_every_cookie_is_secure_and_for_this_host_alone() throws Exception {
        World https = World.start(Map.of("BASE_URL", "https://paper.example"));
        try {
            List<String> cookies = tour(https);
            assertThat(cookies).hasSizeGreaterThan(6).allSatisfy(cookie -> {
                assertThat(cookie).contains("; Secure", "Path=/").doesNotContain("Domain=");
                if (cookie.contains("HttpOnly")) {
                    assertThat(cookie).startsWith("__Host-");
                }
            });
        } finally {
            https.paper().close();
        }
    }

    private static Map<String, Kept> kinds() {
        Map<String, Kept> kinds = new LinkedHashMap<>(ofStories());
        Instant now = Instant.now();
        ReaderId reader = world.guest(Kind.READER).reader().orElseThrow();
        SessionCookie sessions = world.paper().door(SessionCookie.class);
        String session = sessions.write(new Session(reader, 1, 1, now));
        kinds.put(
                "session", new Kept(session, value -> sessions.read(value, now).isPresent()));
        Halves halves = world.paper().door(Halves.class);
        String half = halves.write(new Half(reader, "/account"), now);
        kinds.put("half", new Kept(half, value -> halves.read(value, now).isPresent()));
        Devices devices = world.paper().door(Devices.class);
        String friend = devices.write(Devices.Device.fresh());
        kinds.put("friend", new Kept(friend, value -> devices.read(value).isPresent()));
        return kinds;
    }

    private static Map<String, Kept> ofStories() {
        Instant now = Instant.now();
        Instant soon = now.plusSeconds(300);
        Optional<ReaderId> reader = world.guest(Kind.READER).reader();
        Passes passes = world.paper().door(Passes.class);
        String pass = passes.sign(new Pass(reader, Pass.Kind.SUBSCRIBER, now, soon));
        GiftPasses gifts = world.paper().door(GiftPasses.class);
        String gift = gifts.write(new GiftPass(new GiftId(1), world.story(Reach.SUBSCRIBERS), soon));
        MeterCookies meter = world.paper().door(MeterCookies.class);
        YearMonth month = YearMonth.of(2026, 1);
        String read = meter.write(new MeterRead(month, world.story(Reach.METERED), Optional.empty(), 1));
        return Map.of(
                "pass", new Kept(pass, value -> passes.read(value).isPresent()),
                "gift", new Kept(gift, value -> gifts.read(value).isPresent()),
                "meter", new Kept(read, value -> meter.read(value).isPresent()));
    }

    /** Goes where the paper sets cookies, and gathers them. */
    private static List<String> tour(World world) {
        Sender sender = world.sender();
        Guest stranger = Guest.stranger();
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(sender.post("/text-size", stranger, From.HERE, "size=large&to=/"));
        answers.add(sender.get(world.path(Reach.METERED), stranger));
        answers.add(sender.get(world.path(Reach.METERED), world.guest(Kind.READER)));
        answers.add(sender.get(world.path(Reach.SUBSCRIBERS), world.guest(Kind.SUBSCRIBER)));
        answers.add(sender.get(world.things().in("$gift-link"), stranger));
        String email = world.withPassword(Kind.ANOTHER_SUBSCRIBER);
        String signIn = "email=" + email + "&password=" + World.PASSWORD;
        answers.add(sender.post("/sign-in", stranger, From.HERE, signIn));
        answers.add(sender.post("/join", stranger, From.HERE, "email=new@paper.example&name=New&way=link"));
        answers.add(sender.post(
                "/sign-out",
                world.signIn(Kind.READER, world.guest(Kind.READER).reader().orElseThrow()),
                From.HERE,
                "to=/"));
        world.withApp(Kind.EDITOR);
        answers.add(sender.post(
                "/sign-in",
                stranger,
                From.HERE,
                "email=" + world.withPassword(Kind.EDITOR) + "&password=" + World.PASSWORD));
        return answers.stream()
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
    }
}
