package org.broadsheet.reader.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.oidc.Newcomers.Joined;
import org.broadsheet.reader.once.Once;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

/** Joining by way of a provider, on two nodes. */
class NewcomersSqlTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-01-03T05:00:00Z");
    private static final String ISSUER = "https://provider.example";
    private static final List<Consents.Answer> YES =
            List.of(new Consents.Answer(Consents.ACCOUNT, true, "Yes, make me an account."));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final List<Newcomers> NODES = List.of(on(DATABASE), on(DATABASE.anotherNode()));

    private final String email = "newcomer" + COUNT.incrementAndGet() + "@paper.example";

    static class Wiring {
        @Bean
        Settings settings() {
            return TestSettings.of(Map.of());
        }
    }

    private static Newcomers on(TestDatabase database) {
        return database.door(Newcomers.class, Once.class, Accounts.class, Hashing.class, Consents.class, Wiring.class);
    }

    @Test
    void a_yes_makes_one_account_with_a_link_and_what_was_said_yes_to() {
        Joined joined = join(cookie("s-" + email));
        assertThat(joined).isInstanceOfSatisfying(Joined.Made.class, made -> {
            assertThat(made.email()).isEqualTo(new Email(email));
            assertThat(made.to()).isEqualTo("/plans");
            assertThat(linked("s-" + email)).containsExactly(made.reader().value());
            assertThat(DATABASE.door(Consents.class).of(made.reader()))
                    .extracting(Consents.Given::purpose, Consents.Given::given, Consents.Given::wording)
                    .containsExactly(tuple("account", true, "Yes, make me an account."));
        });
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void an_asking_is_good_for_one_account_and_for_fifteen_minutes() {
        String cookie = cookie("s-" + email);
        assertThat(NODES.getFirst().look(cookie, NOW)).isPresent();
        assertThat(NODES.getFirst().look(cookie, NOW.plus(Newcomers.LIFE))).isEmpty();
        assertThat(NODES.getFirst().join(cookie, "", YES, NOW.plus(Newcomers.LIFE)))
                .isEqualTo(new Joined.Gone());
        assertThat(join(cookie)).isInstanceOf(Joined.Made.class);
        assertThat(join(cookie)).isEqualTo(new Joined.Gone());
        assertThat(join(cookie.substring(1))).isEqualTo(new Joined.Gone());
        assertThat(join("")).isEqualTo(new Joined.Gone());
    }

    @Test
    void an_address_that_somebody_has_joined_with_meanwhile_is_left_alone() {
        String cookie = cookie("s-" + email);
        ReaderId first = People.join(DATABASE.jdbi(), email);
        assertThat(join(cookie)).isEqualTo(new Joined.Taken(email));
        assertThat(linked("s-" + email)).isEmpty();
        assertThat(DATABASE.door(Consents.class).of(first)).isEmpty();
    }

    @Test
    void the_same_stranger_in_twenty_windows_at_once_gets_one_account_and_is_let_in_from_each() throws Exception {
        List<Joined> joined = atOnce(IntStream.range(0, 20)
                .mapToObj(window -> cookie("s-" + email))
                .map(cookie -> (Callable<Joined>) () -> node().join(cookie, "Ani", YES, NOW))
                .toList());
        assertThat(joined).filteredOn(Joined.Made.class::isInstance).hasSize(1);
        assertThat(joined).filteredOn(Joined.Known.class::isInstance).hasSize(19);
        assertThat(accounts()).isEqualTo(1);
        assertThat(linked("s-" + email)).hasSize(1);
    }

    @Test
    void one_window_whose_button_is_pressed_twenty_times_at_once_makes_one_account() throws Exception {
        String cookie = cookie("s-" + email);
        List<Joined> joined = atOnce(IntStream.range(0, 20)
                .mapToObj(press -> (Callable<Joined>) () -> node().join(cookie, "Ani", YES, NOW))
                .toList());
        assertThat(joined).filteredOn(Joined.Made.class::isInstance).hasSize(1);
        assertThat(joined).filteredOn(Joined.Gone.class::isInstance).hasSize(19);
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void two_accounts_of_the_provider_with_one_address_do_not_share_an_account_here() throws Exception {
        List<Joined> joined = atOnce(IntStream.range(0, 8)
                .mapToObj(who -> cookie("s" + who + email))
                .map(cookie -> (Callable<Joined>) () -> node().join(cookie, "", YES, NOW))
                .toList());
        assertThat(joined).filteredOn(Joined.Made.class::isInstance).hasSize(1);
        assertThat(joined).filteredOn(new Joined.Taken(email)::equals).hasSize(7);
        assertThat(accounts()).isEqualTo(1);
    }

    private static Joined join(String cookie) {
        return NODES.getFirst().join(cookie, "Ani", YES, NOW);
    }

    private static Newcomers node() {
        return NODES.get(COUNT.incrementAndGet() % 2);
    }

    /** Of an asking of its own. */
    private String cookie(String subject) {
        return NODES.getFirst().cookie(Newcomer.of(ISSUER, subject, new Email(email), "/plans", NOW));
    }

    private int accounts() {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from reader.reader where email_key = :key")
                        .bind("key", email)
                        .mapTo(Integer.class)
                        .one());
    }

    private static List<Long> linked(String subject) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select reader from reader.openid where subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .list());
    }

    private static List<Joined> atOnce(List<Callable<Joined>> all) throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Joined> done = new ArrayList<>();
            for (Future<Joined> each : crowd.invokeAll(all)) {
                done.add(each.get());
            }
            return done;
        }
    }
}
