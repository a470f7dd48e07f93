package org.broadsheet.paywall.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.springframework.stereotype.Component;

/**
 * As whom the paper is read. Nobody of them is in the database: the cookies are signed with the paper's own secret for a
 * reader whose number is never given, or are forged. Each comes from an address of its own that documentation uses and
 * nobody has (RFC 5737), so that limits and what is shown to loopback alone are as for strangers.
 */
@Component
class Identities {
    private static final ReaderId NOBODY = new ReaderId(999_999_999_999_999_999L);
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final String PERSON =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    private static final String SEARCH = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final String PREVIEW = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";
    private static final String ADDRESS = "198.51.100.";

    private final Passes passes;
    private final SessionCookie sessions;
    private final PaperCookies cookies;
    private final Settings settings;
    private final InstantSource clock;

    Identities(Passes passes, SessionCookie sessions, Settings settings, InstantSource clock) {
        this.passes = passes;
        this.sessions = sessions;
        this.cookies = new PaperCookies(settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** The anonymous reader first. @param lasting how long the subscriber's pass has to hold */
    List<Identity> all(Duration lasting) {
        Instant now = clock.instant();
        String good = passes.sign(new Pass(NOBODY.value(), now.plus(lasting).plusSeconds(60)));
        String over = passes.sign(new Pass(NOBODY.value(), now.minusSeconds(60)));
        String longer = passes.sign(new Pass(NOBODY.value(), now.minusSeconds(60).minus(TEN_YEARS)));
        String session = sessions.write(new Session(NOBODY, 1, 1, now));
        List<Identity> all = new ArrayList<>();
        all.add(identity(1, "anonymous reader", PERSON, Map.of(), Sees.METERED));
        all.add(identity(2, "registered reader", PERSON, Map.of(SessionCookie.NAME, session), Sees.METERED));
        all.add(identity(3, "search robot", SEARCH, Map.of(), Sees.METERED));
        all.add(identity(4, "preview robot", PREVIEW, Map.of(), Sees.METERED));
        all.add(identity(5, "reader with an expired pass", PERSON, Map.of(Passes.COOKIE, over), Sees.METERED));
        all.add(identity(6, "reader with a forged pass", PERSON, forged(good, longer), Sees.METERED));
        all.add(identity(7, "subscriber", PERSON, Map.of(Passes.COOKIE, good), Sees.ALL));
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
