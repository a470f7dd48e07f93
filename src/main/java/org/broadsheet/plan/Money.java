package org.broadsheet.plan;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * An amount of one currency, never rounded.
 *
 * @param minor in the currency's smallest unit as ISO 4217 has it: cents, of rupiah sen, of yen yen, of dinar fils; 0 or more
 * @param currency three capitals, such as {@code IDR}
 */
public record Money(long minor, String currency) {
    /** Divided on paper only: ISO 4217 gives them hundredths that nobody has seen for decades, so none are charged or shown. */
    private static final Set<String> UNDIVIDED = Set.of("IDR");

    public Money {
        int digits = digits(currency);
        if (minor < 0) {
            throw new IllegalArgumentException("an amount is " + minor + "; expected 0 or more");
        }
        if (UNDIVIDED.contains(currency) && minor % powerOfTen(digits) != 0) {
            throw new IllegalArgumentException("an amount of " + currency + " has no fraction");
        }
    }

    /**
     * @param amount as people write it in programs: {@code 49000} or {@code 4.99}
     * @throws IllegalArgumentException when it is no such amount: more decimals than the currency has included
     */
    public static Money of(String amount, String currency) {
        try {
            BigDecimal exact = new BigDecimal(amount).movePointRight(digits(currency));
            return new Money(exact.longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException notExact) {
            throw new IllegalArgumentException(
                    "amount is \"" + amount + "\"; expected a number such as 49000 or 4.99 that " + currency
                            + " can pay",
                    notExact);
        }
    }

    /** Decimals that ISO 4217 gives the currency. */
    public static int digits(String currency) {
        int digits = known(currency).getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("currency is " + currency + "; expected one that people pay with");
        }
        return digits;
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** @throws IllegalArgumentException for amounts of another currency */
    public Money plus(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    public boolean isNothing() {
        return minor == 0;
    }

    /** As the language writes it: {@code Rp 49,000} in English, {@code Rp 49.000} in Indonesian, {@code €4.99}. */
    public String in(Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrency(known(currency));
        symbols.setCurrencySymbol(symbol(locale));
        format.setDecimalFormatSymbols(symbols);
        int shown = UNDIVIDED.contains(currency) ? 0 : digits(currency);
        format.setMinimumFractionDigits(shown);
        format.setMaximumFractionDigits(shown);
        // a symbol of letters does not touch the figures (CLDR, currency spacing), and never parts from them at a
        // line's end
        return format.format(amount())
                .replaceAll("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})", "\u00a0")
                .replace(' ', '\u00a0');
    }

    /** The rupiah's own sign in every language: it is what its readers know. */
    private String symbol(Locale locale) {
        return currency.equals("IDR") ? "Rp" : known(currency).getSymbol(locale);
    }

    private static long powerOfTen(int digits) {
        return BigDecimal.ONE.movePointRight(digits).longValueExact();
    }

    private static Currency known(String currency) {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "currency is \"" + currency + "\"; expected a code of ISO 4217 such as IDR", unknown);
        }
    }

    @Override
    public String toString() {
        return currency + " " + amount().toPlainString();
    }
}
