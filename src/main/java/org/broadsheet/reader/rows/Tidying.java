package org.broadsheet.reader.rows;

import java.time.Instant;
import java.time.InstantSource;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.limit.Tries;
import org.broadsheet.reader.link.Links;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away what has run out. Every node may, whenever it likes. */
@Component
class Tidying {
    private static final long HOUR_MILLISECONDS = 3_600_000;

    private final Links links;
    private final Tries tries;
    private final Sessions sessions;
    private final JoinSql joins;
    private final AddressSql addresses;
    private final InstantSource clock;

    /** The doors it tidies behind. */
    @Component
    record Doors(Links links, Tries tries, Sessions sessions) {}

    Tidying(Doors doors, Jdbi jdbi, InstantSource clock) {
        this.links = doors.links();
        this.tries = doors.tries();
        this.sessions = doors.sessions();
        this.joins = NamedSql.of(jdbi, JoinSql.class);
        this.addresses = NamedSql.of(jdbi, AddressSql.class);
        this.clock = clock;
    }

    @Scheduled(initialDelay = HOUR_MILLISECONDS / 60, fixedDelay = HOUR_MILLISECONDS)
    void tidy() {
        Instant now = clock.instant();
        links.forget(now);
        tries.forget(now);
        sessions.forget(now);
        joins.forget(now);
        addresses.forget(now);
    }
}
