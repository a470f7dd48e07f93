package org.broadsheet.paywall.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.paywall.Pass;
import org.broadsheet.paywall.Passes;
import org.broadsheet.paywall.audit.crawl.Identity;
import org.broadsheet.paywall.audit.crawl.Identity.Sees;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/**
 * As whom the paper is read. Nobody of them is in the database: the cookies are signed with the paper's own secret for a
 * reader whose number is never given, or are forged. Each comes from an address of its own that documentation uses and
 * nobody has (RFC 5737), so that limits and what is shown to loopback alone are as for strangers.
 */
@Component
class Identities {
    private static final ReaderId NOBODY = new ReaderId(999_999_999_999_999_999L);
    private static final String PERSON =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    private static final String SEARCH = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final String PREVIEW = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";
    private static final String ADDRESS = "198.51.100.";

    /**
     * A node that has just started honours no pass from before, with a margin for clocks that differ (PassVoids): ours are dated
     * to the end of that margin, as another node's could be.
     */
    private static final Duration AHEAD = Duration.ofSeconds(28);

    private static final StoryId NO_STORY = new StoryId(999_999_999_999_999_999L);

    private final Passes passes;
    private final SessionCookie sessions;
    private final MeterCookies meter;
    private final Settings settings;
    private final InstantSource clock;

    Identities(Passes passes, SessionCookie sessions, MeterCookies meter, Settings settings, InstantSource clock) {
        this.passes = passes;
        this.sessions = sessions;
        this.meter = meter;
        this.settings = settings;
        this.clock = clock;
    }

    /** The anonymous reader first. @param lasting how long passes have to hold */
    List<Identity> all(Duration lasting) {
        Instant now = clock.instant();
        Instant issued = now.plus(AHEAD);
        Instant end = now.plus(lasting).plusSeconds(60);
        Instant before = now.minusSeconds(60);
        Map<String, String> session = Map.of(SessionCookie.NAME, sessions.write(new Session(NOBODY, 1, 1, now)));
        String good = passes.sign(new Pass(Optional.of(NOBODY), Pass.Kind.SUBSCRIBER, issued, end));
        String over =
                passes.sign(new Pass(Optional.of(NOBODY), Pass.Kind.SUBSCRIBER, before.minusSeconds(600), before));
        String registered = passes.sign(new Pass(Optional.of(NOBODY), Pass.Kind.REGISTERED, issued, end));
        return List.of(
                identity(1, "anonymous reader", PERSON, Map.of(), Sees.METERED),
                identity(2, "anonymous, meter spent", PERSON, spent(Optional.empty(), now), Sees.NOTHING),
                identity(
                        3,
                        "registered, meter spent",
                        PERSON,
                        jar(session, Map.of(Passes.COOKIE, registered), spent(Optional.of(NOBODY), now)),
                        Sees.NOTHING),
                identity(4, "search robot", SEARCH, Map.of(), Sees.NOTHING),
                identity(5, "preview robot", PREVIEW, Map.of(), Sees.NOTHING),
                identity(6, "reader with an expired pass", PERSON, Map.of(Passes.COOKIE, over), Sees.METERED),
                identity(7, "reader with a forged pass", PERSON, forged(good, registered), Sees.METERED),
                identity(8, "subscriber", PERSON, jar(session, Map.of(Passes.COOKIE, good)), Sees.ALL));
    }

    /** A meter that was opened as often as it opens, the last time for a story that this paper does not have. */
    private Map<String, String> spent(Optional<ReaderId> reader, Instant now) {
        YearMonth month = YearMonth.from(now.atZone(settings.zone()));
        int most = settings.sales().meter();
        return Map.of(MeterCookies.PREFIX + "auditing", meter.write(new MeterRead(month, NO_STORY, reader, most)));
    }

    @SafeVarargs
    private static Map<String, String> jar(Map<String, String>... some) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map<String, String> cookies : some) {
            all.putAll(cookies);
        }
        return all;
    }

    /** What a pass says, under the signature of another. */
    private static Map<String, String> forged(String good, String other) {
        String signature = other.substring(other.lastIndexOf('.'));
        return Map.of(Passes.COOKIE, good.substring(0, good.lastIndexOf('.')) + signature);
    }

    private Identity identity(int number, String name, String browser, Map<String, String> jar, Sees sees) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", browser);
        headers.put("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        headers.put("X-Forwarded-For", ADDRESS + number);
        Optional.ofNullable(settings.baseUrl().getScheme()).ifPresent(way -> headers.put("X-Forwarded-Proto", way));
        PaperCookies cookies = new PaperCookies(settings);
        String sent = String.join(
                "; ",
                jar.entrySet().stream()
                        .map(cookie -> cookies.name(cookie.getKey()) + "=" + cookie.getValue())
                        .toList());
        if (!sent.isEmpty()) {
            headers.put("Cookie", sent);
        }
        return new Identity(name, headers, sees);
    }
}
