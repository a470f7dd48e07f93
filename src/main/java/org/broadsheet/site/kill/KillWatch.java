package org.broadsheet.site.kill;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.Kills;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks where a killed story stood as soon as this node has heard of it, in the pages that it hands out, and again for a while
 * where the story is still seen. A story that stays anywhere is an error in the log.
 */
@Component
class KillWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KillWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final int LOOKS = 200;

    private final Kills kills;
    private final Surfaces surfaces;
    private final InstantSource clock;
    private final Environment environment;

    KillWatch(Kills kills, Surfaces surfaces, InstantSource clock, Environment environment, ChangeNotices notices) {
        this.kills = kills;
        this.surfaces = surfaces;
        this.clock = clock;
        this.environment = environment;
        notices.listen(this::hear);
    }

    /** The news that made this node forget the story's pages came before: they are told in the order of their writing. */
    private void hear(Change change) {
        if (change.kind().equals("kill")) {
            long number = Long.parseLong(change.key());
            Thread.ofVirtual().name("kill-" + number).start(() -> look(number));
        }
    }

    private void look(long number) {
        try {
            kills.receipt(number).ifPresent(receipt -> look(receipt.kill()));
        } catch (RuntimeException failed) {
            LOG.error("it is not known whether the story of kill {} is gone from this node", number, failed);
        }
    }

    /** Its machine and its port, as an operator knows it. */
    private String node() {
        String machine = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^[0-9]+@", "");
        return machine + ":" + environment.getProperty("local.server.port", "?");
    }

    private void look(Kill kill) {
        String node = node();
        List<Surface> left = surfaces.of(kill.story());
        for (int looks = 0; looks < LOOKS && !left.isEmpty(); looks++) {
            if (looks > 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            List<Kill.Gone> seen = left.stream()
                    .map(surface -> new Kill.Gone(node, surface.name(), clock.instant(), surface.isFree()))
                    .toList();
            kills.looked(kill.number(), seen);
            left = left.stream()
                    .filter(surface ->
                            seen.stream().anyMatch(place -> place.surface().equals(surface.name()) && !place.isGone()))
                    .toList();
        }
        left.forEach(
                surface -> LOG.error("story {} was killed and is still seen here: {}", kill.story(), surface.name()));
    }
}
