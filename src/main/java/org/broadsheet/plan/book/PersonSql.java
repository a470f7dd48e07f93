package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the books say of one person, for that person to take along, where nothing else asks for it. */
interface PersonSql {
    record Seat(String plan, Instant invitedAt, Optional<Instant> takenAt, Optional<Instant> removedAt) {}

    record Redeemed(String plan, int months, Instant at) {}

    /** When a free time began; there is one at most. */
    @SqlQuery("select at from plan.trial where reader = :reader")
    List<Instant> trials(long reader);

    @SqlQuery("""
            select s.plan, t.invited_at, t.taken_at, t.removed_at
              from plan.seat t
              join plan.subscription s on s.id = t.subscription
             where t.reader = :reader
             order by t.id
            """)
    List<Seat> seats(long reader);

    @SqlQuery("""
            select v.plan, v.months, r.at
              from plan.redemption r
              join plan.voucher v on v.id = r.voucher
             where r.reader = :reader
             order by r.at
            """)
    List<Redeemed> redeemed(long reader);
}
