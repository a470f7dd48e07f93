package org.broadsheet.plan;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.book.InstitutionSql;
import org.broadsheet.plan.book.SubscriptionRow;
import org.broadsheet.plan.book.SubscriptionSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The best of what a reader's own subscriptions and a seat in somebody else's give. */
@Component
@Transactional(readOnly = true)
class PaidEntitlements implements Entitlements {
    private static final Comparator<Entitlement> BEST =
            Comparator.comparingInt(Entitlement::gifts).thenComparing(Entitlement::until);

    private final SubscriptionSql subscriptions;
    private final InstitutionSql institutions;

    PaidEntitlements(Jdbi jdbi) {
        this.subscriptions = NamedSql.of(jdbi, SubscriptionSql.class);
        this.institutions = NamedSql.of(jdbi, InstitutionSql.class);
    }

    @Override
    public Optional<Entitlement> of(ReaderId reader, Instant now) {
        return subscriptions.living(reader.value()).stream()
                .map(SubscriptionRow::subscription)
                .flatMap(each -> each.standing(now).readsUntil().stream()
                        .map(until ->
                                new Entitlement(each.plan().name(), each.plan().gifts(), until)))
                .max(BEST);
    }

    /** Whoever reads by a network gives nothing away: nobody knows who it is. */
    @Override
    public Optional<Entitlement> at(InetAddress address, Instant now) {
        return institutions
                .at(address.getHostAddress().replaceAll("%.*$", ""), now)
                .map(found -> new Entitlement(found.name(), 0, found.untilAt()));
    }
}
