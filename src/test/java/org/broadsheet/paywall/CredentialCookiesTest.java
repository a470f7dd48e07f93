package org.broadsheet.paywall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.gift.GiftId;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.paywall.meter.MeterReadings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.Test;

/** What a browser's cookies prove, whoever wrote them, and what a meter of cookies lets through. */
class CredentialCookiesTest {

    private static final Settings SETTINGS = Settings.load(
            Map.of("BROADSHEET_SECRET", "a secret that only the tests know of", "BROADSHEET_ZONE", "Asia/Jakarta"));
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final int MOST = 3;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    private final InstantSource clock = () -> Objects.requireNonNull(now.get());
    private final SessionCookie sessions = new SessionCookie(SETTINGS);
    private final Passes passes = new Passes(SETTINGS);
    private final GiftPasses gifts = new GiftPasses(SETTINGS);
    private final MeterCookies sealed = new MeterCookies(SETTINGS, new PaperCookies(SETTINGS));
    private final CredentialCookies cookies = new CredentialCookies(sessions, passes, sealed, SETTINGS, clock);
    private final Meter meter = new Meter(
            new MeterReadings(Jdbi.create("jdbc:none").installPlugin(new SqlObjectPlugin()), SETTINGS),
            sealed,
            SETTINGS,
            clock);

    /** A browser that opens stories in any order, some of them in two tabs at once. */
    @Property(tries = 200)
    void a_stranger_opens_no_more_different_stories_a_month_than_are_free(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 8) Integer> wishes) {
        List<String> jar = new ArrayList<>();
        Set<Integer> opened = new HashSet<>();
        for (int wish : wishes) {
            Metering stands = stands(String.join("; ", jar), Optional.empty(), wish);
            if (stands instanceof Metering.Fresh(int left)) {
                assertThat(left).isEqualTo(MOST - opened.size());
                Meter.Opened open = meter.open(new StoryId(wish), left, clock.instant());
                assertThat(open.stands()).isEqualTo(new Metering.Opened(left - 1));
                jar.add(first(open.cookie().orElseThrow()));
                opened.add(wish);
            } else {
                assertThat(stands)
                        .isEqualTo(
                                opened.contains(wish)
                                        ? new Metering.Opened(MOST - opened.size())
                                        : new Metering.Spent());
            }
        }
        assertThat(opened.size()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void two_tabs_that_open_two_stories_at_once_spend_two() {
        String one =
                first(meter.open(new StoryId(1), MOST, clock.instant()).cookie().orElseThrow());
        String two =
                first(meter.open(new StoryId(2), MOST, clock.instant()).cookie().orElseThrow());
        String jar = one + "; " + two;
        assertThat(one.substring(0, one.indexOf('='))).isNotEqualTo(two.substring(0, two.indexOf('=')));
        assertThat(stands(jar, Optional.empty(), 1)).isEqualTo(new Metering.Opened(1));
        assertThat(stands(jar, Optional.empty(), 3)).isEqualTo(new Metering.Fresh(1));
    }

    @Test
    void a_meter_cookie_says_nothing_to_anyone_goes_at_the_months_end_and_is_for_http_only() {
        String cookie =
                meter.open(new StoryId(1), MOST, clock.instant()).cookie().orElseThrow();
        // five days and five hours to midnight in Jakarta
        assertThat(cookie).contains("; Max-Age=" + (5 * 86_400 + 5 * 3_600), "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(first(cookie)).matches("meter-[a-z2-7]{8}=[A-Za-z0-9_-]{66}");
        assertThat(meter.open(new StoryId(1), MOST, clock.instant()).cookie()).isNotEqualTo(Optional.of(cookie));
    }

    @Test
    void cookies_of_another_month_another_reader_or_another_paper_open_nothing() {
        ReaderId reader = new ReaderId(7);
        String ours = "meter-a=" + sealed.write(read(MONTH, 1, Optional.of(reader)));
        assertThat(stands(ours, Optional.of(reader), 1)).isInstanceOf(Metering.Opened.class);
        assertThat(stands(ours, Optional.of(new ReaderId(8)), 1)).isEqualTo(new Metering.Fresh(MOST));
        assertThat(stands(ours, Optional.empty(), 1)).isEqualTo(new Metering.Fresh(MOST));
        String earlier = "meter-a=" + sealed.write(read(MONTH.minusMonths(1), 1, Optional.empty()));
        assertThat(stands(earlier, Optional.empty(), 1)).isEqualTo(new Metering.Fresh(MOST));
        String elsewhere = "meter-a="
                + new Sealer(Settings.load(Map.of("BROADSHEET_SECRET", "a secret that somebody else made up")), "meter")
                        .seal(new byte[21]);
        assertThat(stands(elsewhere, Optional.empty(), 1)).isEqualTo(new Metering.Fresh(MOST));
        String otherPurpose = "meter-a=" + new Sealer(SETTINGS, "gift token").seal(new byte[21]);
        assertThat(stands(otherPurpose, Optional.empty(), 1)).isEqualTo(new Metering.Fresh(MOST));
    }

    @Test
    void a_changed_meter_cookie_is_none() {
        String whole = sealed.write(read(MONTH, 1, Optional.empty()));
        for (int at = 0; at < whole.length(); at++) {
            String changed = whole.substring(0, at) + (whole.charAt(at) == 'A' ? 'B' : 'A') + whole.substring(at + 1);
            // the last letter has bits that say nothing
            if (at < whole.length() - 1) {
                assertThat(sealed.read(changed)).as("letter %d", at).isEmpty();
            }
        }
    }

    @Test
    void a_month_ends_at_midnight_in_the_papers_zone() {
        String jar =
                first(meter.open(new StoryId(1), MOST, clock.instant()).cookie().orElseThrow());
        now.set(Instant.parse("2026-11-30T16:59:59Z"));
        assertThat(stands(jar, Optional.empty(), 1)).isInstanceOf(Metering.Opened.class);
        now.set(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(stands(jar, Optional.empty(), 1)).isEqualTo(new Metering.Fresh(MOST));
    }

    @Test
    void a_gift_of_another_story_or_a_forged_one_opens_nothing() {
        String signed = gifts.write(
                new GiftPass(new GiftId(5), new StoryId(12), clock.instant().plusSeconds(60)));
        assertThat(gift("gift-12=" + signed, 12)).isPresent();
        assertThat(gift("gift-13=" + signed, 13)).isEmpty();
        assertThat(gift("gift-13=" + signed, 12)).isEmpty();
        assertThat(gift("gift-12=" + signed.replace("5.12.", "6.12."), 12)).isEmpty();
        assertThat(gift("gift-012=" + signed + "; gift-=x; gift-99999999999999999999=x", 12))
                .isEmpty();
    }

    @Test
    void a_pass_of_somebody_else_than_who_is_signed_in_is_none() {
        Session session = new Session(new ReaderId(7), 1, 1, clock.instant());
        String own = passes.sign(pass(7));
        String others = passes.sign(pass(8));
        String signedIn = "session=" + sessions.write(session) + "; pass=";
        assertThat(cookies.read(signedIn + own).pass()).contains(pass(7));
        assertThat(cookies.read(signedIn + own).subscribes()).isTrue();
        assertThat(cookies.read(signedIn + others).pass()).isEmpty();
        assertThat(cookies.read(signedIn + others).subscribes()).isFalse();
    }

    @Test
    void of_two_cookies_of_one_name_the_first_counts() {
        assertThat(cookies.read("pass=x; pass=" + passes.sign(pass(7))).pass()).isEmpty();
        assertThat(cookies.read("pass=" + passes.sign(pass(7)) + ";pass=x").pass())
                .isPresent();
    }

    /** More than this would be read for nobody; the work is the same for ten as for ten thousand. */
    @Test
    void a_flood_of_cookies_is_looked_at_so_far_and_no_further() {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            flood.append("meter-").append(i).append('=').append("A".repeat(66)).append("; ");
        }
        String late = "meter-x=" + sealed.write(read(MONTH, 1, Optional.empty()));
        Credentials read = cookies.read(flood + late + "; pass=" + passes.sign(pass(7)));
        assertThat(read.reads()).isEmpty();
        assertThat(read.pass()).isEmpty();
        assertThat(cookies.read(late + "; " + flood).reads()).hasSize(1);
        assertThat(cookies.read(";;;=;= ;x;" + late).reads()).hasSize(1);
    }

    @Test
    void under_https_only_cookies_that_no_other_host_can_set_are_read() {
        Settings secure = Settings.load(Map.of(
                "BROADSHEET_SECRET",
                "a secret that only the tests know of",
                "BROADSHEET_BASE_URL",
                "https://paper.test"));
        CredentialCookies safe = new CredentialCookies(sessions, passes, sealed, secure, clock);
        String value = passes.sign(pass(7));
        assertThat(safe.read("pass=" + value).pass()).isEmpty();
        assertThat(safe.read("__Host-pass=" + value).pass()).isPresent();
        assertThat(safe.read("__Host-meter-a=" + sealed.write(read(MONTH, 1, Optional.empty())))
                        .reads())
                .hasSize(1);
    }

    private Metering stands(String header, Optional<ReaderId> reader, long story) {
        return meter.stands(cookies.read(header).reads(), reader, new StoryId(story), meter.month(clock.instant()));
    }

    private Optional<GiftPass> gift(String header, long story) {
        return cookies.read(header).gift(new StoryId(story), gifts::read);
    }

    private static MeterRead read(YearMonth month, long story, Optional<ReaderId> reader) {
        return new MeterRead(month, new StoryId(story), reader, 1);
    }

    private Pass pass(long reader) {
        Instant at = Instant.parse("2026-11-25T12:00:00Z");
        return new Pass(Optional.of(new ReaderId(reader)), Pass.Kind.SUBSCRIBER, at, at.plus(Passes.LIFE));
    }

    private static String first(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
