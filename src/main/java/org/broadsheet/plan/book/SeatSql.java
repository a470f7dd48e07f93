package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who reads by whose subscription. */
public interface SeatSql {
    record Row(long id, long subscription, int number, String email, Instant invitedAt, Optional<Instant> takenAt) {}

    @SqlQuery("""
            select id, subscription, number, email, invited_at, taken_at
              from plan.seat
             where subscription = :subscription and removed_at is null
             order by number
            """)
    List<Row> of(long subscription);

    /** Fails where two people were given one chair, which the lock on the subscription forbids. */
    @SqlUpdate("""
            insert into plan.seat (subscription, number, email, token_hash, invited_at)
            values (:subscription, :number, :email, :hash, :at)
            """)
    void invite(long subscription, int number, String email, byte[] hash, Instant at);

    /** Those that were taken back among them. */
    @SqlQuery("select count(*) from plan.seat where subscription = :subscription and invited_at > :since")
    int invitedSince(long subscription, Instant since);

    record Offer(long id, long subscription, Optional<Long> reader, Instant invitedAt) {}

    @SqlQuery("""
            select id, subscription, reader, invited_at
              from plan.seat
             where token_hash = :hash and removed_at is null
            """)
    Optional<Offer> offered(byte[] hash);

    @SqlQuery("""
            select exists (select 1 from plan.seat
                            where subscription = :subscription and reader = :reader and removed_at is null)
            """)
    boolean sits(long subscription, long reader);

    /** Whether there is still a chair for it: a change to a smaller plan leaves some without, those who came last. */
    @SqlQuery("""
            select (select count(*) from plan.seat o
                     where o.subscription = t.subscription and o.removed_at is null and o.number <= t.number) < s.seats
              from plan.seat t
              join plan.subscription s on s.id = t.subscription
             where t.id = :id
            """)
    boolean within(long id);

    @SqlUpdate("update plan.seat set reader = :reader, taken_at = :at where id = :id and reader is null")
    boolean take(long id, long reader, Instant at);

    record Gone(Optional<Long> reader, String email) {}

    /** The address goes with the person. */
    @SqlQuery("""
            update plan.seat set removed_at = :at, email = '-'
             where id = :id and subscription = :subscription and removed_at is null
            returning reader, email
            """)
    Optional<Gone> remove(long id, long subscription, Instant at);

    record Mine(long id, long subscription, String plan, boolean within) {}

    @SqlQuery("""
            select t.id, t.subscription, p.name as plan,
                   (select count(*) from plan.seat o
                     where o.subscription = t.subscription and o.removed_at is null and o.number <= t.number) < s.seats
                   as within
              from plan.seat t
              join plan.subscription s on s.id = t.subscription
              join plan.plan p on p.slug = s.plan
             where t.reader = :reader and t.removed_at is null
             order by t.id
            """)
    List<Mine> mine(long reader);

    @SqlUpdate("delete from plan.seat where reader = :reader")
    void forget(long reader);
}
