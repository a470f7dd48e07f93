package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Ledger;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

class EntitlementsSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-04-01T00:00:00Z");
    private static final Actor PUBLISHER = new Actor("a publisher");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    record Rooms(Plans plans, Subscriptions subscriptions, Entitlements entitlements, AuditLog audit) {}

    /** No {@code @Configuration}: the scan of the whole paper would take it for its settings in other tests. */
    static class Wiring {
        @Bean
        Settings settings() {
            return Settings.load(Map.of());
        }
    }

    private static Rooms rooms;

    @BeforeAll
    static void open() {
        rooms = database.door(
                Rooms.class,
                Plans.class,
                Subscriptions.class,
                Wiring.class,
                Book.class,
                Ledger.class,
                ChangeNotices.class,
                AuditLog.class,
                PaidEntitlements.class);
        rooms.plans().offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
        rooms.plans().offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5));
    }

    @Test
    void a_reader_without_a_subscription_is_entitled_to_nothing() {
        ReaderId reader = People.join(database.jdbi(), "nobody@paper.test");
        assertThat(rooms.entitlements().of(reader, NOON)).isEmpty();
    }

    @Test
    void what_is_given_by_hand_entitles_until_its_day_and_the_log_says_who_gave_it_and_why() {
        ReaderId reader = People.join(database.jdbi(), "given@paper.test");
        rooms.subscriptions().give(new Subscriptions.Gift(reader, "reader", SPRING, "won the quiz"), PUBLISHER, NOON);
        assertThat(rooms.entitlements().of(reader, NOON)).contains(new Entitlement("Reader", 3, SPRING));
        assertThat(rooms.entitlements().of(reader, SPRING.minusSeconds(1))).isPresent();
        assertThat(rooms.entitlements().of(reader, SPRING)).isEmpty();
        assertThat(rooms.audit().about("reader " + reader))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("won the quiz"));
        assertThat(changes()).contains("standing " + reader);
    }

    @Test
    void the_best_of_several_counts() {
        ReaderId reader = People.join(database.jdbi(), "both@paper.test");
        rooms.subscriptions().give(new Subscriptions.Gift(reader, "reader", SPRING, ""), PUBLISHER, NOON);
        Instant soon = NOON.plus(Duration.ofDays(7));
        rooms.subscriptions().give(new Subscriptions.Gift(reader, "patron", soon, ""), PUBLISHER, NOON);
        assertThat(rooms.entitlements().of(reader, NOON)).contains(new Entitlement("Patron", 5, soon));
        assertThat(rooms.entitlements().of(reader, soon)).contains(new Entitlement("Reader", 3, SPRING));
    }

    @Test
    void a_plan_that_is_not_there_and_an_end_in_the_past_are_refused_and_nothing_is_kept() {
        ReaderId reader = People.join(database.jdbi(), "refused@paper.test");
        assertThatThrownBy(() ->
                        rooms.subscriptions().give(new Subscriptions.Gift(reader, "none", SPRING, ""), PUBLISHER, NOON))
                .hasMessageContaining("no plan \"none\"");
        assertThatThrownBy(() ->
                        rooms.subscriptions().give(new Subscriptions.Gift(reader, "reader", NOON, ""), PUBLISHER, NOON))
                .hasMessageContaining("expected a time to come");
        assertThat(rooms.subscriptions().of(reader)).isEmpty();
    }

    private static List<String> changes() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select kind || ' ' || key from base.change")
                        .mapTo(String.class)
                        .list());
    }
}
