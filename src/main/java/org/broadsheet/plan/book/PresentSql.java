package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Present;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Subscriptions bought for others. */
public interface PresentSql {
    String WITH_PLAN = """
            select g.id, g.buyer, g.months, g.amount as agreed_amount, g.currency as agreed_currency, g.recipient,
                   g.from_name, g.note, g.ordered_at, g.paid_at, p.slug as plan_slug, p.name as plan_name,
                   p.amount as plan_amount, p.currency as plan_currency, p.every as plan_every,
                   p.trial_days as plan_trial_days, p.gifts as plan_gifts, p.seats as plan_seats,
                   p.on_sale as plan_on_sale, p.place as plan_place, p.stripe_price as plan_stripe_price
              from plan.present g
              join plan.plan p on p.slug = g.plan
            """;

    record NewPresent(
            long buyer,
            String plan,
            int months,
            long amount,
            String currency,
            String recipient,
            String fromName,
            String note,
            Instant orderedAt) {}

    /** Nothing where so many of this buyer's wait to be paid; the buyer's orders have to come one after the other. */
    @SqlQuery("""
            insert into plan.present (buyer, plan, months, amount, currency, recipient, from_name, note, ordered_at)
            select :buyer::bigint, :plan::text, :months::int, :amount::bigint, :currency::text, :recipient::text,
                   :fromName::text, :note::text, :orderedAt::timestamptz
             where (select count(*) from plan.present g
                     where g.buyer = :buyer and g.paid_at is null and g.ordered_at > :since) < :most
            returning id
            """)
    Optional<Long> order(@BindMethods NewPresent present, Instant since, int most);

    @SqlQuery(WITH_PLAN + " where g.id = :id for update of g")
    Optional<Row> lock(long id);

    @SqlQuery(WITH_PLAN + " where g.buyer = :buyer order by g.id desc")
    List<Row> of(long buyer);

    @SqlUpdate("update plan.present set paid_at = :at, voucher = :voucher where id = :id and voucher is null")
    boolean deliver(long id, long voucher, Instant at);

    /** Whom it went to is nobody's affair once it is there. */
    @SqlUpdate("update plan.present set buyer = null, recipient = '', from_name = '', note = '' where buyer = :buyer")
    void withoutPerson(long buyer);

    /** A line of plan.present. */
    record Row(
            long id,
            Optional<Long> buyer,
            PlanRow plan,
            int months,
            long agreedAmount,
            String agreedCurrency,
            String recipient,
            String fromName,
            String note,
            Instant orderedAt,
            Optional<Instant> paidAt) {

        public Present present() {
            return new Present(
                    id,
                    buyer.map(ReaderId::new),
                    plan.plan(),
                    months,
                    new Money(agreedAmount, agreedCurrency),
                    recipient,
                    fromName,
                    note,
                    orderedAt,
                    paidAt);
        }
    }
}
