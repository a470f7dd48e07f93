package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Test
    void rupiah_are_written_without_sen_in_both_languages() {
        Money price = Money.of("49000", "IDR");
        assertThat(price.minor()).isEqualTo(4_900_000);
        assertThat(price.in(ENGLISH)).isEqualTo("Rp\u00a049,000");
        assertThat(price.in(INDONESIAN)).isEqualTo("Rp\u00a049.000");
    }

    @Test
    void every_currency_has_its_own_decimals() {
        assertThat(Money.of("4.99", "EUR").in(ENGLISH)).isEqualTo("€4.99");
        assertThat(Money.of("5", "USD").in(ENGLISH)).isEqualTo("$5.00");
        assertThat(Money.of("980", "JPY").minor()).isEqualTo(980);
        assertThat(Money.of("980", "JPY").in(ENGLISH)).isEqualTo("¥980");
        assertThat(Money.of("120000", "VND").in(INDONESIAN)).contains("120.000").doesNotContain(",");
        assertThat(Money.of("1.250", "KWD").minor()).isEqualTo(1_250);
        assertThat(Money.of("1.250", "KWD").in(ENGLISH)).isEqualTo("KWD\u00a01.250");
    }

    @Test
    void what_a_currency_cannot_pay_is_refused_and_named() {
        assertThatThrownBy(() -> Money.of("49000.50", "IDR")).hasMessageContaining("IDR has no fraction");
        assertThatThrownBy(() -> Money.of("4.999", "EUR")).hasMessageContaining("4.999");
        assertThatThrownBy(() -> Money.of("980.5", "JPY")).hasMessageContaining("JPY");
        assertThatThrownBy(() -> Money.of("-1", "EUR")).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> Money.of("five", "EUR")).hasMessageContaining("\"five\"");
        assertThatThrownBy(() -> Money.of("5", "EURO")).hasMessageContaining("ISO 4217");
        assertThatThrownBy(() -> Money.of("5", "XXX")).hasMessageContaining("XXX");
        assertThatThrownBy(() -> Money.of("99999999999999999999", "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currencies_do_not_mix() {
        assertThatThrownBy(() -> Money.of("5", "EUR").plus(Money.of("5", "USD")))
                .hasMessageContaining("do not add up");
    }

    @Property
    void an_amount_written_out_and_read_back_is_the_same(@ForAll("amounts") Money money) {
        assertThat(Money.of(money.amount().toPlainString(), money.currency())).isEqualTo(money);
    }

    @Property
    void twelve_times_is_twelve_added_up(
            @ForAll("amounts") Money money, @ForAll @IntRange(min = 1, max = 60) int times) {
        Money sum = new Money(0, money.currency());
        for (int each = 0; each < times; each++) {
            sum = sum.plus(money);
        }
        assertThat(money.times(times)).isEqualTo(sum);
        assertThat(sum.amount()).isEqualByComparingTo(money.amount().multiply(BigDecimal.valueOf(times)));
    }

    @Property
    void what_is_shown_has_every_figure_of_the_amount(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long whole) {
        Money rupiah = new Money(whole * 100, "IDR");
        assertThat(rupiah.in(INDONESIAN).replaceAll("[^0-9]", "")).isEqualTo(Long.toString(whole));
        Money dollars = new Money(whole, "USD");
        assertThat(dollars.in(ENGLISH).replaceAll("[^0-9.]", ""))
                .isEqualTo(dollars.amount().toPlainString());
    }

    @Provide
    Arbitrary<Money> amounts() {
        Arbitrary<String> currencies = Arbitraries.of(Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList());
        return currencies.flatMap(currency -> Arbitraries.longs()
                .between(0, 1_000_000_000_000L)
                .map(minor -> new Money(currency.equals("IDR") ? minor * 100 : minor, currency)));
    }
}
