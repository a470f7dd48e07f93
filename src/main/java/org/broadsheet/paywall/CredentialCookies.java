package org.broadsheet.paywall;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.springframework.stereotype.Component;

/** Reads a {@code Cookie} header for all that opens stories. The work is bounded, whatever the header holds. */
@Component
public class CredentialCookies {

    private static final String GIFT = "gift-";

    /** More than this paper's readers have; the rest of a longer header is not looked at. */
    private static final int MOST_COOKIES = 200;

    /** Sealed cookies of earlier months, and of others who used this browser, beside those of this month. */
    private static final int MORE_READS = 12;

    private final SessionCookie sessions;
    private final Passes passes;
    private final MeterCookies meter;
    private final InstantSource clock;
    private final Names names;

    /** As the browser knows them. */
    private record Names(String session, String pass, String meter, String gift, int reads) {}

    CredentialCookies(
            SessionCookie sessions, Passes passes, MeterCookies meter, Settings settings, InstantSource clock) {
        this.sessions = sessions;
        this.passes = passes;
        this.meter = meter;
        this.clock = clock;
        PaperCookies cookies = new PaperCookies(settings);
        this.names = new Names(
                cookies.name(SessionCookie.NAME),
                cookies.name(Passes.COOKIE),
                cookies.name(MeterCookies.PREFIX),
                cookies.name(GIFT),
                settings.sales().meter() * 2 + MORE_READS);
    }

    /** @param header the {@code Cookie} header as sent, empty where there is none */
    public Credentials read(String header) {
        if (header.isEmpty()) {
            return new Credentials(Optional.empty(), Optional.empty(), List.of(), Map.of());
        }
        Reading reading = new Reading();
        int at = 0;
        for (int count = 0; at < header.length() && count < MOST_COOKIES; count++) {
            int end = header.indexOf(';', at);
            int stop = end < 0 ? header.length() : end;
            int equals = header.indexOf('=', at);
            if (equals > at && equals < stop) {
                reading.take(
                        header.substring(at, equals).strip(),
                        header.substring(equals + 1, stop).strip());
            }
            at = stop + 1;
        }
        return reading.credentials();
    }

    /** Of several cookies of one name the first counts: a browser sends the one with the longest path first. */
    private final class Reading {

        private Optional<Session> session = Optional.empty();
        private Optional<Pass> pass = Optional.empty();
        private boolean sessionSeen;
        private boolean passSeen;
        private final List<MeterRead> reads = new ArrayList<>();
        private int sealed;
        private final Map<Long, String> gifts = new HashMap<>();

        private void take(String name, String value) {
            if (name.equals(names.session)) {
                session = sessionSeen ? session : sessions.read(value, clock.instant());
                sessionSeen = true;
            } else if (name.equals(names.pass)) {
                pass = passSeen ? pass : passes.read(value);
                passSeen = true;
            } else if (name.startsWith(names.meter)) {
                if (sealed++ < names.reads) {
                    meter.read(value).ifPresent(reads::add);
                }
            } else if (name.startsWith(names.gift)) {
                gift(name.substring(names.gift.length()), value);
            }
        }

        private void gift(String story, String value) {
            if (story.matches("[1-9][0-9]{0,17}")) {
                gifts.putIfAbsent(Long.valueOf(story), value);
            }
        }

        private Credentials credentials() {
            Optional<Pass> fitting = pass.filter(
                    own -> session.isEmpty() || own.fits(session.get().reader()));
            return new Credentials(session, fitting, reads, gifts);
        }
    }
}
