package org.broadsheet.wire.health;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Listens every few minutes whether agencies are heard: on every node, each silence told by one. */
@Component
class SilenceWatch {
    private static final Logger LOG = LoggerFactory.getLogger("wire");

    private final SourceHealth health;
    private final InstantSource clock;

    SilenceWatch(SourceHealth health, InstantSource clock) {
        this.health = health;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 300_000)
    void listen() {
        health.notice(clock.instant()).forEach(said -> LOG.warn("wire: {}", said));
    }
}
