package org.broadsheet.plan.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.plan.Money;

/** Amounts as Stripe counts them (its page "Supported currencies", special cases). */
final class StripeMoney {
    /** Decimals that Stripe counts otherwise than ISO 4217 does. */
    private static final Map<String, Integer> OTHERWISE = Map.of("MGA", 0, "ISK", 2, "UGX", 2);

    private static final int THREE = 3;

    private StripeMoney() {}

    /** @throws IllegalArgumentException where Stripe cannot charge the amount: the third decimal of a dinar has to be 0 */
    static long count(Money money) {
        int digits = OTHERWISE.getOrDefault(money.currency(), Money.digits(money.currency()));
        long count;
        try {
            count = money.amount().movePointRight(digits).longValueExact();
        } catch (ArithmeticException notWhole) {
            throw new IllegalArgumentException("Stripe cannot charge " + money, notWhole);
        }
        if (digits == THREE && count % 10 != 0) {
            throw new IllegalArgumentException("Stripe cannot charge " + money + ": its last decimal has to be 0");
        }
        return count;
    }

    /** Nothing where it is no amount that the paper could have asked for. */
    static Optional<Money> read(long count, String currency) {
        try {
            return Optional.of(money(count, currency));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    static Money money(long count, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        int digits = OTHERWISE.getOrDefault(code, Money.digits(code));
        return Money.of(BigDecimal.valueOf(count, digits).stripTrailingZeros().toPlainString(), code);
    }
}
