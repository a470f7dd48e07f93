package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask for gifts that do not exist (a token cannot be guessed anyway; this keeps the trying short), and
 * on how many new devices it may open those that do.
 */
@Component
class Guesses {
    private static final int MOST = 20;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** A family, a class, some of those whom a mobile network hides behind one address; not all 250 of a link at once. */
    private static final int NEWCOMERS = 60;

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Asker asker;
    private final RateLimit limit;
    private final RateLimit newcomers;

    Guesses(Asker asker, InstantSource clock) {
        this.asker = asker;
        this.limit = new RateLimit(MOST, WITHIN, clock);
        this.newcomers = new RateLimit(NEWCOMERS, AN_HOUR, clock);
    }

    /** Takes one of the new devices; false when there are none left. */
    boolean admits(HttpServletRequest request) {
        return newcomers.allows(asker.of(request));
    }

    /** Takes one of them; false when there are none left. */
    boolean allows(HttpServletRequest request) {
        return limit.allows(asker.of(request));
    }
}
