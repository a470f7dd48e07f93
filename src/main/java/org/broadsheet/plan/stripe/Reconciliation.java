package org.broadsheet.plan.stripe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.ops.Job;
import org.broadsheet.plan.stripe.StripeApi.NoAnswer;
import org.broadsheet.plan.stripe.StripeBook.Taken;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Compares the books with all that Stripe has, once a day, and mends what has drifted apart: messages that never came, or
 * that came while the paper could not ask. What was mended stands in the audit log.
 */
@Component
class Reconciliation {
    private static final Duration EVENTS_KEPT = Duration.ofDays(90);

    private final StripeApi api;
    private final StripeBook book;
    private final Takeover takeover;
    private final AuditLog audit;
    private final StripeSql sql;

    Reconciliation(StripeApi api, StripeBook book, Takeover takeover, AuditLog audit, Jdbi jdbi) {
        this.api = api;
        this.book = book;
        this.takeover = takeover;
        this.audit = audit;
        this.sql = NamedSql.of(jdbi, StripeSql.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Job reconcileWithStripe(Reconciliation reconciliation, InstantSource clock) {
            return Job.every(Duration.ofDays(1), "plan.stripe.reconcile", () -> {
                if (reconciliation.api.open()) {
                    try {
                        reconciliation.mend(clock.instant());
                    } catch (NoAnswer later) {
                        throw new IllegalStateException(later);
                    }
                }
            });
        }
    }

    /** How many were mended. */
    int mend(Instant at) throws NoAnswer {
        Set<String> living = new HashSet<>(sql.living(at));
        Set<String> strange = new TreeSet<>();
        api.eachSubscription(state -> {
            living.remove(state.id());
            if (!book.agrees(state)) {
                strange.add(state.id());
            }
        });
        strange.addAll(living);
        int mended = 0;
        for (String id : strange) {
            mended += mend(id, at) ? 1 : 0;
        }
        sql.forgetEvents(at.minus(EVENTS_KEPT));
        return mended;
    }

    private boolean mend(String id, Instant at) throws NoAnswer {
        Optional<Long> known = sql.subscription(id);
        boolean drifted = takeover.subscription(id, Optional.empty(), at) == Taken.OVER;
        if (drifted) {
            String subject =
                    sql.subscription(id).map(number -> "subscription " + number).orElse("Stripe");
            String note = (known.isPresent() ? "other than in the books: " : "not in the books: ") + id;
            audit.write(new AuditLog.Entry(at, StripeBook.STRIPE, "subscription mended", subject, note));
        }
        return drifted;
    }
}
