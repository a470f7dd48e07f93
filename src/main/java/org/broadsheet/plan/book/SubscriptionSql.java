package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Subscriptions, each beside its plan. */
public interface SubscriptionSql {
    String WITH_PLAN = """
            select s.id, s.reader, s.source, s.amount as agreed_amount, s.currency as agreed_currency,
                   s.every as agreed_every, s.seats as agreed_seats, s.next_plan, s.began_at, s.trial_until, s.paid_until,
                   s.cancelled_at, s.ended_at, p.slug as plan_slug, p.name as plan_name, p.amount as plan_amount,
                   p.currency as plan_currency, p.every as plan_every, p.trial_days as plan_trial_days,
                   p.gifts as plan_gifts, p.seats as plan_seats, p.on_sale as plan_on_sale, p.place as plan_place,
                   p.stripe_price as plan_stripe_price
              from plan.subscription s
              join plan.plan p on p.slug = s.plan
            """;

    @SqlQuery("""
            insert into plan.subscription
              (reader, plan, source, amount, currency, every, seats, began_at, trial_until, paid_until, cancelled_at,
               ended_at, next_edge, stripe_id)
            values
              (:reader, :plan, :source, :amount, :currency, :every, :seats, :beganAt, :trialUntil, :paidUntil,
               :cancelledAt, :endedAt, :nextEdge, :stripeId)
            returning id
            """)
    long begin(@BindMethods NewRow row);

    /** One at a time may change it. */
    @SqlQuery(WITH_PLAN + " where s.id = :id for update of s")
    Optional<SubscriptionRow> lock(long id);

    @SqlQuery(WITH_PLAN + " where s.reader = :reader order by s.id desc")
    List<SubscriptionRow> of(long reader);

    @SqlQuery(WITH_PLAN + " where s.id = :id")
    Optional<SubscriptionRow> numbered(long id);

    /** The reader's own, while nobody else can change them. */
    @SqlQuery(WITH_PLAN + " where s.reader = :reader order by s.id for update of s")
    List<SubscriptionRow> lockOf(long reader);

    /**
     * Whatever lets this reader read, or soon will or just did: own ones and those with a seat of theirs. Of more people than
     * there are seats, as after a change to a smaller plan, those read who came first.
     */
    @SqlQuery(WITH_PLAN + """
             where s.next_edge is not null
               and (s.reader = :reader
                    or s.id in (select t.subscription
                                  from plan.seat t
                                 where t.reader = :reader and t.removed_at is null
                                   and (select count(*) from plan.seat o
                                           where o.subscription = t.subscription and o.removed_at is null
                                             and o.number <= t.number) < s.seats))
            """)
    List<SubscriptionRow> living(long reader);

    /** Some whose standing has changed by itself, each given to one node only. */
    @SqlQuery(WITH_PLAN + " where s.next_edge <= :now order by s.next_edge limit :most for update of s skip locked")
    List<SubscriptionRow> turned(Instant now, int most);

    @SqlUpdate("""
            update plan.subscription
               set trial_until = :trialUntil, paid_until = :paidUntil, cancelled_at = :cancelledAt,
                   ended_at = :endedAt, next_edge = :nextEdge
             where id = :id
            """)
    void facts(long id, @BindMethods FactsRow facts);

    @SqlUpdate("""
            update plan.subscription
               set plan = :plan, amount = :amount, currency = :currency, every = :every, seats = :seats,
                   next_plan = null
             where id = :id
            """)
    void terms(long id, @BindMethods TermsRow terms);

    /** What has happened to it. */
    record FactsRow(
            Optional<Instant> trialUntil,
            Optional<Instant> paidUntil,
            Optional<Instant> cancelledAt,
            Optional<Instant> endedAt,
            Optional<Instant> nextEdge) {}

    /** What is agreed. */
    record TermsRow(String plan, long amount, String currency, String every, int seats) {}

    @SqlUpdate("""
            update plan.subscription
               set anchored_at = coalesce(anchored_at, :at)
             where id = :id
            """)
    void anchor(long id, Instant at);

    /** Counts paid periods anew from there. */
    @SqlUpdate("update plan.subscription set anchored_at = :at where id = :id")
    void reanchor(long id, Instant at);

    @SqlUpdate("update plan.subscription set next_plan = :plan where id = :id")
    void nextPlan(long id, String plan);

    @SqlQuery(WITH_PLAN + " where s.id = :id and s.reader = :reader for update of s")
    Optional<SubscriptionRow> lockOwn(long id, long reader);

    /** Paid by invoice and soon to be paid again, with no invoice that waits. */
    @SqlQuery(WITH_PLAN + """
             where s.source = 'invoice' and s.reader is not null and s.cancelled_at is null and s.ended_at is null
               and s.paid_until < :soon
               and not exists (select 1
                                 from plan.invoice i
                                where i.subscription = s.id and i.paid_at is null and i.void_at is null)
             order by s.paid_until
             limit :most
               for update of s skip locked
            """)
    List<SubscriptionRow> toBeInvoiced(Instant soon, int most);

    /** Ordered, never paid, and long due. */
    @SqlQuery(WITH_PLAN + """
             where s.source = 'invoice' and s.ended_at is null and s.paid_until is null
               and exists (select 1
                             from plan.invoice i
                            where i.subscription = s.id and i.paid_at is null and i.void_at is null
                              and i.due_at < :before)
             limit :most
               for update of s skip locked
            """)
    List<SubscriptionRow> neverPaid(Instant before, int most);

    /** One thing at a time for one reader, so that what is added up is added up once. */
    @SqlQuery("select cast(pg_advisory_xact_lock(hashtextextended('plan of ' || :reader, 0)) as text)")
    String alone(long reader);

    @SqlUpdate("update plan.subscription set reader = null where reader = :reader")
    void withoutPerson(long reader);

    @SqlQuery("select anchored_at from plan.subscription where id = :id")
    Optional<Instant> anchor(long id);

    /** Whose reading depends on it: its owner and those with a seat. */
    @SqlQuery("""
            select s.reader from plan.subscription s where s.id = :id and s.reader is not null
            union
            select t.reader
              from plan.seat t
             where t.subscription = :id and t.removed_at is null and t.reader is not null
            """)
    List<Long> readers(long id);

    /** False where this reader has had the free time already. */
    @SqlUpdate("insert into plan.trial (reader, at) values (:reader, :at) on conflict do nothing")
    boolean takeTrial(long reader, Instant at);

    @SqlQuery("select exists (select 1 from plan.trial where reader = :reader)")
    boolean hadTrial(long reader);
}
