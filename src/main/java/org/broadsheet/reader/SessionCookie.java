package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Signer;
import org.springframework.stereotype.Component;

/** Writes sessions into cookies and reads them back, without the database: {@code reader.device.epoch.issued.signature}. */
@Component
public final class SessionCookie {
    /** Its name, before {@link org.broadsheet.base.http.PaperCookies} has had its say. */
    public static final String NAME = "session";

    /** How long a reader who comes back stays signed in. */
    public static final Duration LIFE = Duration.ofDays(180);

    private static final Pattern SHAPE =
            Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})\\.([1-9][0-9]{0,8})\\.([0-9]{1,11})");

    private final Signer signer;

    public SessionCookie(Settings settings) {
        this.signer = new Signer(settings, "session");
    }

    public String write(Session session) {
        return signer.sign(session.reader() + "." + session.device() + "." + session.epoch() + "."
                + session.issued().getEpochSecond());
    }

    /** What it says, if this paper signed it and it has not run out. */
    public Optional<Session> read(String signed, Instant now) {
        return signer.read(signed)
                .map(SHAPE::matcher)
                .filter(Matcher::matches)
                .map(SessionCookie::session)
                .filter(session -> now.isBefore(session.issued().plus(LIFE)));
    }

    private static Session session(Matcher parts) {
        return new Session(
                new ReaderId(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Instant.ofEpochSecond(Long.parseLong(parts.group(4))));
    }
}
