package org.broadsheet.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Subscription.Source;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.NewRow;
import org.broadsheet.plan.book.SubscriptionRow;
import org.broadsheet.plan.book.SubscriptionSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers have: given by hand, looked at, ended. The door; every call is one transaction. */
@Component
@Transactional
public class Subscriptions {
    private final SubscriptionSql sql;
    private final Book book;
    private final Plans plans;
    private final AuditLog audit;

    Subscriptions(Jdbi jdbi, Book book, Plans plans, AuditLog audit) {
        this.sql = NamedSql.of(jdbi, SubscriptionSql.class);
        this.book = book;
        this.plans = plans;
        this.audit = audit;
    }

    /**
     * A subscription that nobody pays for.
     *
     * @param plan its slug
     * @param until when it ends by itself
     * @param why for the record
     */
    public record Gift(ReaderId reader, String plan, Instant until, String why) {}

    /**
     * Gives a subscription by hand; the audit log says who and why.
     *
     * @throws IllegalArgumentException when there is no such plan, or its end is not ahead
     */
    public Subscription give(Gift gift, Actor by, Instant at) {
        Plan plan = plans.named(gift.plan())
                .orElseThrow(() -> new IllegalArgumentException("there is no plan \"" + gift.plan() + "\""));
        if (!gift.until().isAfter(at)) {
            throw new IllegalArgumentException("the end is " + gift.until() + "; expected a time to come");
        }
        Standing.Facts facts = new Standing.Facts(
                Source.HAND, at, Optional.empty(), Optional.of(gift.until()), Optional.empty(), Optional.empty());
        Subscription given = book.begin(NewRow.of(gift.reader(), plan, facts, at));
        audit.write(new AuditLog.Entry(at, by, "subscription given", "reader " + gift.reader(), gift.why()));
        return given;
    }

    /** All that a reader has or had of their own, the newest first. */
    @Transactional(readOnly = true)
    public List<Subscription> of(ReaderId reader) {
        return sql.of(reader.value()).stream()
                .map(SubscriptionRow::subscription)
                .toList();
    }
}
