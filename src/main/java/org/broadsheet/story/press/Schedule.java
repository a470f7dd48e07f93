package org.broadsheet.story.press;

import java.time.InstantSource;
import org.broadsheet.story.Stories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks twice a second for scheduled stories whose time has come: on every node, each story printed by one. */
@Component
class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Stories stories;
    private final InstantSource clock;

    Schedule(Stories stories, InstantSource clock) {
        this.stories = stories;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        int printed = stories.printDue(clock.instant());
        if (printed > 0) {
            LOG.info("printed {} scheduled stories", printed);
        }
    }
}
