package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.springframework.stereotype.Component;

/** How often one address may ask for gifts that do not exist. A token cannot be guessed anyway; this keeps the trying short. */
@Component
class Guesses {
    private static final int MOST = 20;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Asker asker;
    private final RateLimit limit;

    Guesses(Asker asker, InstantSource clock) {
        this.asker = asker;
        this.limit = new RateLimit(MOST, WITHIN, clock);
    }

    /** Takes one of them; false when there are none left. */
    boolean allows(HttpServletRequest request) {
        return limit.allows(asker.of(request));
    }
}
