package org.broadsheet.plan.stripe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is kept of Stripe. */
interface StripeSql {
    @SqlQuery("select exists (select 1 from plan.stripe_event where id = :id)")
    boolean applied(String id);

    /** False where it has had its effect; whoever brings it a second time at the same moment waits here. */
    @SqlUpdate("""
            insert into plan.stripe_event (id, type, received_at, outcome)
            values (:id, :type, :at, :outcome)
            on conflict do nothing
            """)
    boolean applyOnce(String id, String type, Instant at, String outcome);

    @SqlUpdate("delete from plan.stripe_event where received_at < :before")
    int forgetEvents(Instant before);

    @SqlUpdate("insert into plan.stripe_seen (stripe_id) values (:id) on conflict do nothing")
    void know(String id);

    @SqlQuery("select version from plan.stripe_seen where stripe_id = :id")
    int version(String id);

    /** False when somebody has taken over something newer since. */
    @SqlUpdate("update plan.stripe_seen set version = version + 1 where stripe_id = :id and version = :version")
    boolean advance(String id, int version);

    @SqlQuery("select id from plan.subscription where stripe_id = :stripeId")
    Optional<Long> subscription(String stripeId);

    @SqlQuery("select reader from plan.subscription where id = :id and reader is not null")
    Optional<Long> owner(long id);

    @SqlQuery("select stripe_id from plan.subscription where id = :id and stripe_id is not null")
    Optional<String> stripeId(long id);

    @SqlQuery("""
            select stripe_id from plan.subscription
             where stripe_id is not null and (ended_at is null or ended_at > :now) and reader is not null
             order by id
            """)
    List<String> living(Instant now);

    /** What is agreed; with another plan come its seats. */
    @SqlUpdate("""
            update plan.subscription
               set plan = :plan, amount = :amount, currency = :currency, every = :every,
                   seats = case when plan = :plan then seats else (select p.seats from plan.plan p where p.slug = :plan) end
             where id = :id
               and (plan, amount, currency, every) is distinct from (:plan, :amount, :currency, :every)
            """)
    boolean agree(long id, String plan, long amount, String currency, String every);

    @SqlUpdate("""
            insert into plan.stripe_customer (reader, customer) values (:reader, :customer)
            on conflict (reader) do update set customer = excluded.customer
            """)
    void customer(long reader, String customer);

    @SqlQuery("select customer from plan.stripe_customer where reader = :reader")
    Optional<String> customer(long reader);

    @SqlQuery("select reader from plan.stripe_customer where customer = :customer")
    Optional<Long> readerOf(String customer);

    @SqlUpdate("delete from plan.stripe_customer where reader = :reader")
    void forgetCustomer(long reader);

    @SqlQuery("select count(*) from plan.subscription where reader = :reader")
    int count(long reader);

    @SqlQuery("""
            select plan from plan.stripe_price where price = :price
            union
            select slug from plan.plan where stripe_price = :price
            limit 1
            """)
    Optional<String> planOf(String price);

    @SqlUpdate("insert into plan.stripe_price (price, plan) values (:price, :plan) on conflict do nothing")
    void price(String price, String plan);

    @SqlUpdate("""
            update plan.plan set stripe_price = :price
             where slug = :plan and amount = :amount and currency = :currency and every = :every
               and stripe_price is null
            """)
    boolean priced(String plan, String price, long amount, String currency, String every);
}
