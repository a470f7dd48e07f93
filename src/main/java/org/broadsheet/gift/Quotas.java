package org.broadsheet.gift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.reader.ReaderId;
import org.springframework.stereotype.Component;

/** How many stories a reader may give in the month that is running. */
@Component
class Quotas {
    private final Entitlements entitlements;
    private final ZoneId zone;

    Quotas(Entitlements entitlements, Settings settings) {
        this.entitlements = entitlements;
        this.zone = settings.zone();
    }

    /** Nothing for who has no subscription. */
    Optional<Quota> of(ReaderId reader, Instant now) {
        return entitlements.of(reader, now).map(has -> new Quota(has, Month.of(now, zone)));
    }

    /** What a subscription gives, and the month that it gives it in. */
    record Quota(Entitlement from, Month month) {
        int gifts() {
            return from.gifts();
        }

        Offer.Allowance allowance(int used) {
            return new Offer.Allowance(gifts(), used, month.next());
        }
    }

    /**
     * A calendar month in the paper's zone.
     *
     * @param first its first day
     * @param next when the next one begins, also where the clocks change at that midnight
     */
    record Month(LocalDate first, Instant next) {
        static Month of(Instant now, ZoneId zone) {
            YearMonth month = YearMonth.from(now.atZone(zone));
            Instant next = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
            return new Month(month.atDay(1), next);
        }
    }
}
