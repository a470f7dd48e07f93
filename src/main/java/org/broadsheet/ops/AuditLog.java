package org.broadsheet.ops;

import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, and when. Written in the transaction of what was done, so that neither is there without the other. */
@Component
public class AuditLog {

    private static final int MOST = 500;

    private final AuditSql sql;

    AuditLog(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, AuditSql.class);
    }

    /**
     * One line of the log.
     *
     * @param action a verb in the past, such as {@code withdrawn}
     * @param subject what it was done to, such as {@code story 17}
     * @param note why, in the actor's words; may be empty
     */
    public record Entry(Instant at, Actor actor, String action, String subject, String note) {}

    @Transactional
    public void write(Entry entry) {
        sql.write(entry.at(), entry.actor(), entry.action(), entry.subject(), entry.note());
    }

    /** The newest first. */
    public List<Entry> latest(int count) {
        return sql.latest(Math.min(count, MOST));
    }

    /** All that was done to one thing, the newest first. */
    public List<Entry> about(String subject) {
        return sql.about(subject, MOST);
    }
}
