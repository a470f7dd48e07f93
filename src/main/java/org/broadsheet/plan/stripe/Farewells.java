package org.broadsheet.plan.stripe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.Job;
import org.broadsheet.ops.Jobs;
import org.broadsheet.plan.stripe.StripeApi.NoAnswer;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends things at Stripe after the transaction that wants it, again and again until Stripe has heard: a customer whose account
 * is deleted here is deleted there, which stops whatever it pays for.
 */
@Component
class Farewells implements PersonalData {
    static final String STOP = "plan.stripe.stop";
    static final String DELETE = "plan.stripe.delete";

    private final StripeSql sql;
    private final Jobs jobs;
    private final InstantSource clock;

    Farewells(Jdbi jdbi, Jobs jobs, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, StripeSql.class);
        this.jobs = jobs;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Job stopAtStripe(StripeApi api) {
            return Job.asked(
                    STOP,
                    id -> heard(() -> api.find(stripe -> stripe.subscriptions().cancel(id))));
        }

        @Bean
        Job deleteAtStripe(StripeApi api) {
            return Job.asked(
                    DELETE,
                    id -> heard(() -> api.find(stripe -> stripe.customers().delete(id))));
        }
    }

    private interface Call {
        Optional<?> call() throws NoAnswer;
    }

    private static void heard(Call call) {
        try {
            call.call();
        } catch (NoAnswer later) {
            throw new IllegalStateException(later);
        }
    }

    @Override
    public String part() {
        return "payment";
    }

    @Override
    public Object of(ReaderId reader) {
        return sql.customer(reader.value())
                .<Map<String, Object>>map(customer -> Map.of("known to Stripe as", customer))
                .orElse(Map.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ReaderId reader) {
        Instant now = clock.instant();
        sql.customer(reader.value()).ifPresent(customer -> jobs.at(now, DELETE, customer));
        sql.forgetCustomer(reader.value());
    }
}
