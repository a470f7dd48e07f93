package org.broadsheet.plan.book;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.Invoice;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.PlanNews;
import org.broadsheet.plan.Present;
import org.broadsheet.plan.Subscription;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes bills, within the transaction of the door that wants one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {
    private final InvoiceSql sql;
    private final ZoneId zone;
    private final ApplicationEventPublisher events;

    Ledger(Jdbi jdbi, Settings settings, ApplicationEventPublisher events) {
        this.sql = NamedSql.of(jdbi, InvoiceSql.class);
        this.zone = settings.zone();
        this.events = events;
    }

    /** For a subscription's next period, of the plan chosen for it. */
    public Invoice bill(Subscription subscription, Plan plan, String billedTo, Instant at, Instant due) {
        Money price = plan.slug().equals(subscription.plan().slug()) ? subscription.price() : plan.price();
        return issue(new InvoiceSql.NewInvoice(
                year(at),
                sql.nextNumber(year(at)),
                subscription.reader().map(reader -> reader.value()),
                billedTo,
                plan.slug(),
                plan.every().months(),
                price.minor(),
                price.currency(),
                Optional.of(subscription.id()),
                Optional.empty(),
                at,
                due));
    }

    public Invoice bill(Present present, String billedTo, Instant at, Instant due) {
        return issue(new InvoiceSql.NewInvoice(
                year(at),
                sql.nextNumber(year(at)),
                present.buyer().map(reader -> reader.value()),
                billedTo,
                present.plan().slug(),
                present.months(),
                present.price().minor(),
                present.price().currency(),
                Optional.empty(),
                Optional.of(present.id()),
                at,
                due));
    }

    /** What waits to be paid for a subscription is not to be paid any more. */
    public void withdraw(Subscription subscription, Instant at) {
        sql.voidOpen(subscription.id(), at);
    }

    public Optional<Invoice> open(Subscription subscription) {
        return sql.openOf(subscription.id()).map(InvoiceSql.Row::invoice);
    }

    public String lastBilledTo(Subscription subscription) {
        return sql.lastBilledTo(subscription.id()).orElse("");
    }

    private Invoice issue(InvoiceSql.NewInvoice row) {
        Invoice invoice = sql.invoice(sql.issue(row)).orElseThrow().invoice();
        events.publishEvent(new PlanNews.Billed(invoice));
        return invoice;
    }

    private int year(Instant at) {
        return at.atZone(zone).getYear();
    }
}
