package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.plan.Invoice;
import org.broadsheet.plan.Money;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Invoices, each beside its plan. */
public interface InvoiceSql {
    String WITH_PLAN = """
            select i.id, i.year, i.number, i.reader, i.billed_to, i.months, i.amount as billed_amount,
                   i.currency as billed_currency, i.subscription, i.present, i.issued_at, i.due_at, i.period_from,
                   i.period_until, i.paid_at, i.void_at, p.slug as plan_slug, p.name as plan_name,
                   p.amount as plan_amount, p.currency as plan_currency, p.every as plan_every,
                   p.trial_days as plan_trial_days, p.gifts as plan_gifts, p.seats as plan_seats,
                   p.on_sale as plan_on_sale, p.place as plan_place, p.stripe_price as plan_stripe_price
              from plan.invoice i
              join plan.plan p on p.slug = i.plan
            """;

    /** The next number of a year; whoever else wants one waits until this transaction has kept or left it. */
    @SqlQuery("""
            insert into plan.invoice_year as y (year, last) values (:year, 1)
            on conflict (year) do update set last = y.last + 1
            returning last
            """)
    int nextNumber(int year);

    @SqlQuery("""
            insert into plan.invoice
              (year, number, reader, billed_to, plan, months, amount, currency, subscription, present, issued_at, due_at)
            values
              (:year, :number, :reader, :billedTo, :plan, :months, :amount, :currency, :subscription, :present,
               :issuedAt, :dueAt)
            returning id
            """)
    long issue(@BindMethods NewInvoice invoice);

    record NewInvoice(
            int year,
            int number,
            Optional<Long> reader,
            String billedTo,
            String plan,
            int months,
            long amount,
            String currency,
            Optional<Long> subscription,
            Optional<Long> present,
            Instant issuedAt,
            Instant dueAt) {}

    @SqlQuery(WITH_PLAN + " where i.id = :id")
    Optional<Row> invoice(long id);

    @SqlQuery(WITH_PLAN + " where i.subscription = :subscription and i.paid_at is null and i.void_at is null")
    Optional<Row> openOf(long subscription);

    @SqlQuery(WITH_PLAN + " where i.year = :year and i.number = :number")
    Optional<Row> find(int year, int number);

    @SqlQuery(WITH_PLAN + " where i.id = :id for update of i")
    Optional<Row> lock(long id);

    @SqlQuery(WITH_PLAN + " where i.year = :year and i.number = :number and i.reader = :reader")
    Optional<Row> ofReader(int year, int number, long reader);

    @SqlQuery(WITH_PLAN + " where i.reader = :reader order by i.id desc")
    List<Row> of(long reader);

    @SqlUpdate("""
            update plan.invoice
               set paid_at = :at, period_from = :from, period_until = :until
             where id = :id and paid_at is null and void_at is null
            """)
    boolean pay(long id, Instant at, Optional<Instant> from, Optional<Instant> until);

    @SqlUpdate("""
            update plan.invoice set void_at = :at
             where subscription = :subscription and paid_at is null and void_at is null
            """)
    int voidOpen(long subscription, Instant at);

    /** As it was written on the last one. */
    @SqlQuery("""
            select billed_to from plan.invoice where subscription = :subscription order by id desc limit 1
            """)
    Optional<String> lastBilledTo(long subscription);

    @SqlUpdate("""
            update plan.invoice set billed_to = '', reader = null, void_at =
                   case when paid_at is null then coalesce(void_at, :at) end
             where reader = :reader
            """)
    void withoutPerson(long reader, Instant at);

    /** A line of plan.invoice. */
    record Row(
            long id,
            int year,
            int number,
            Optional<Long> reader,
            String billedTo,
            PlanRow plan,
            int months,
            long billedAmount,
            String billedCurrency,
            Optional<Long> subscription,
            Optional<Long> present,
            Instant issuedAt,
            Instant dueAt,
            Optional<Instant> periodFrom,
            Optional<Instant> periodUntil,
            Optional<Instant> paidAt,
            Optional<Instant> voidAt) {

        public Invoice invoice() {
            Invoice.State state = paidAt.isPresent()
                    ? Invoice.State.PAID
                    : voidAt.isPresent() ? Invoice.State.VOID : Invoice.State.OPEN;
            return new Invoice(
                    id,
                    "%d-%05d".formatted(year, number),
                    reader.map(ReaderId::new),
                    billedTo,
                    plan.plan(),
                    months,
                    new Money(billedAmount, billedCurrency),
                    present.isPresent() ? Invoice.Purpose.PRESENT : Invoice.Purpose.SUBSCRIPTION,
                    issuedAt,
                    dueAt,
                    state,
                    periodFrom.flatMap(from -> periodUntil.map(until -> new Invoice.Period(from, until))));
        }
    }
}
