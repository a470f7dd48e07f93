package org.broadsheet.gift;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Readers who came by a gift: credited to it when they join, and again when they subscribe. */
@Component
public class Friends {
    /** Whoever subscribes later than this came back by themselves. */
    private static final Duration CREDITED = Duration.ofDays(180);

    private final GiftSql sql;
    private final Entitlements entitlements;
    private final InstantSource clock;

    Friends(Jdbi jdbi, Entitlements entitlements, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * Credits a new account to the last given of the gifts that were opened in its browser; not to one of its own.
     *
     * @return whether there was one, and this reader had not been credited before
     */
    @Transactional
    public boolean joined(ReaderId reader, Collection<GiftPass> passes, Instant now) {
        long[] gifts = passes.stream().mapToLong(pass -> pass.gift().value()).toArray();
        return gifts.length > 0 && sql.joined(reader.value(), gifts, now);
    }

    /** Whoever of them has a subscription by now. Does no harm done twice, or on several nodes. */
    @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT1H")
    @Transactional
    public void creditSubscriptions() {
        Instant now = clock.instant();
        sql.awaitingSubscription(now.minus(CREDITED)).stream()
                .filter(reader -> entitlements.of(reader, now).isPresent())
                .forEach(reader -> sql.subscribed(reader.value(), now));
    }
}
