package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.base.Actor;
import org.broadsheet.plan.Vouchers.Redeemed;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VouchersSqlTest {
    private static final Instant NOON = Instant.parse("2031-01-31T05:00:00Z");
    private static final Actor PUBLISHER = new Actor("a publisher");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Entitlements ENTITLEMENTS = paper.door(Entitlements.class);
    private static final Vouchers VOUCHERS = paper.door(Vouchers.class);

    @BeforeAll
    static void offer() {
        paper.door(Plans.class).offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
    }

    @Test
    void twenty_readers_racing_for_a_voucher_that_is_good_for_five_use_it_five_times() throws Exception {
        String code = voucher("reader", 2, 5);
        List<ReaderId> readers = readers("race", 20);
        List<Redeemed> all = Crowd.atOnce(20, number -> () -> VOUCHERS.redeem(readers.get(number), code, NOON));
        assertThat(all).filteredOn(Redeemed.Done.class::isInstance).hasSize(5);
        assertThat(all).filteredOn(new Redeemed.UsedUp()::equals).hasSize(15);
        assertThat(readers)
                .filteredOn(each -> ENTITLEMENTS.of(each, NOON).isPresent())
                .hasSize(5);
    }

    @Test
    void one_reader_uses_a_code_once_however_often_the_button_is_pressed_and_two_codes_add_up() throws Exception {
        ReaderId reader = readers("twice", 1).getFirst();
        String code = voucher("reader", 1, 10);
        assertThat(Crowd.atOnce(
                        8,
                        _ -> () -> VOUCHERS.redeem(
                                reader, code.toLowerCase(Locale.ROOT).replace('-', ' '), NOON)))
                .filteredOn(Redeemed.Done.class::isInstance)
                .hasSize(1);
        List<String> more = List.of(voucher("reader", 1, 1), voucher("reader", 1, 1));
        Crowd.atOnce(2, number -> () -> VOUCHERS.redeem(reader, more.get(number), NOON));
        assertThat(ENTITLEMENTS.of(reader, Instant.parse("2031-04-27T05:00:00Z")))
                .isPresent();
        assertThat(ENTITLEMENTS.of(reader, Instant.parse("2031-05-01T05:00:00Z")))
                .isEmpty();
    }

    @Test
    void guessing_codes_ends_after_ten_and_an_hour_later_there_is_room_again() {
        ReaderId reader = readers("guesses", 1).getFirst();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(VOUCHERS.redeem(reader, "ABCD-EFGH-JKMN-PQR" + (guess + 2) % 10, NOON))
                    .isEqualTo(new Redeemed.NoSuchCode());
        }
        String code = voucher("reader", 1, 1);
        assertThat(VOUCHERS.redeem(reader, code, NOON)).isEqualTo(new Redeemed.TooMany());
        assertThat(VOUCHERS.redeem(reader, code, NOON.plus(Duration.ofMinutes(61))))
                .isInstanceOf(Redeemed.Done.class);
    }

    @Test
    void an_expired_code_is_refused_and_no_code_is_kept() {
        ReaderId reader = readers("expired", 1).getFirst();
        String code = VOUCHERS.make(new Vouchers.Order("reader", 1, 1, Optional.of(NOON)), PUBLISHER, NOON);
        assertThat(code).matches("([A-HJ-KM-NP-Z2-9]{4}-){3}[A-HJ-KM-NP-Z2-9]{4}");
        assertThat(VOUCHERS.redeem(reader, code, NOON)).isEqualTo(new Redeemed.Expired());
        assertThat(database("select coalesce(string_agg(v::text, ' '), '') from plan.voucher v"))
                .doesNotContain(code)
                .doesNotContain(code.replace("-", ""));
    }

    private static String voucher(String plan, int months, int times) {
        return VOUCHERS.make(new Vouchers.Order(plan, months, times, Optional.empty()), PUBLISHER, NOON);
    }

    private static List<ReaderId> readers(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> People.join(paper.database().jdbi(), name + number + "@vouchers.test"))
                .toList();
    }

    private static String database(String sql) {
        return paper.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
