package org.broadsheet.wire.kill;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for kills that editors have to hear of, or that have waited long enough: on every node, each by one. */
@Component
class KillClock {
    private static final Logger LOG = LoggerFactory.getLogger(KillClock.class);

    private final Kills kills;
    private final KillLetters letters;
    private final InstantSource clock;

    KillClock(Kills kills, KillLetters letters, InstantSource clock) {
        this.kills = kills;
        this.letters = letters;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        int told = letters.tellEditors(clock.instant());
        if (told > 0) {
            LOG.warn("{} kills of agencies wait for an editor", told);
        }
        int acted = kills.actDue(clock.instant());
        if (acted > 0) {
            LOG.warn("{} stories were taken back because nobody decided their agencies' kills in time", acted);
        }
    }
}
