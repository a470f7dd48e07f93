package org.broadsheet.wire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.fetch.Fetcher;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.source.SourceSql.SourceRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agency's server is asked in its turn, and what it sends is kept once. */
class SourcesSqlTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Duration HOURLY = Duration.ofHours(1);

    @RegisterExtension
    static final LocalAgency agency = new LocalAgency();

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Sources sources = database.door(Sources.class, Wire.class, Fetcher.class, TestSettings.class);

    @BeforeEach
    void nothing_is_asked_yet() {
        database.jdbi().useHandle(handle -> handle.execute("truncate wire.source, wire.item, wire.raw"));
        agency.reset();
    }

    @Test
    void what_is_new_is_taken_once_and_what_is_not_is_not_sent_again() {
        put("agency", "/feed");
        assertThat(sources.pull("agency", NOW)).isEqualTo(new Sources.Pulled.News(new Wire.Progress(1, 1, 0)));
        assertThat(sources.pull("agency", NOW)).isEqualTo(new Sources.Pulled.Nothing());
        assertThat(agency.asked("/feed 304")).isEqualTo(1);
        agency.feed = LocalAgency.rss("two", "Second");
        assertThat(sources.pull("agency", NOW)).isEqualTo(new Sources.Pulled.News(new Wire.Progress(1, 1, 0)));
        assertThat(health("agency").news()).contains(NOW);
    }

    @Test
    void trouble_is_said_in_words_and_waited_for_longer_each_time() {
        put("silent", "/gone");
        assertThat(sources.pull("silent", NOW)).isEqualTo(new Sources.Pulled.Trouble("it answered 404"));
        assertThat(sources.pull("silent", NOW)).isEqualTo(new Sources.Pulled.Trouble("it answered 404"));
        assertThat(health("silent").failures()).isEqualTo(2);
        put("busy", "/busy");
        assertThat(sources.pull("busy", NOW)).isEqualTo(new Sources.Pulled.Trouble("it answered 503"));
        assertThat(health("busy").due()).as("as the server asks").isEqualTo(NOW.plusSeconds(7_200));
        assertThat(sources.pull("nobody", NOW)).isEqualTo(new Sources.Pulled.NoSuchSource());
    }

    @Test
    void each_failure_in_a_row_is_waited_for_twice_as_long_up_to_an_hour() {
        Turn turn = new Turn(Duration.ofSeconds(60), Duration.ZERO);
        assertThat(turn.afterAnswer()).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
        assertThat(turn.afterFailure(1)).isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132));
        assertThat(turn.afterFailure(3)).isBetween(Duration.ofSeconds(432), Duration.ofSeconds(528));
        assertThat(turn.afterFailure(60)).isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
        assertThat(new Turn(Duration.ofHours(6), Duration.ZERO).afterFailure(9))
                .isBetween(Duration.ofMinutes(324), Duration.ofMinutes(396));
    }

    @Test
    void what_answers_again_is_well_again() {
        put("agency", "/gone");
        sources.pull("agency", NOW);
        assertThat(health("agency").trouble()).contains("it answered 404");
        put("agency", "/feed");
        assertThat(sources.pull("agency", NOW)).isInstanceOf(Sources.Pulled.News.class);
        assertThat(health("agency").trouble()).isEmpty();
        assertThat(sources.remove("agency")).isTrue();
        assertThat(sources.remove("agency")).isFalse();
    }

    @Test
    void a_credential_is_said_to_the_agency_and_is_not_readable_in_the_database() {
        sources.put(agency.source("agency", "/feed", HOURLY), Optional.of("Bearer the-agency-knows"), NOW);
        sources.pull("agency", NOW);
        assertThat(agency.authorization).isEqualTo("Bearer the-agency-knows");
        List<String> kept = database.jdbi()
                .withHandle(handle -> handle.createQuery("select row_to_json(source)::text from wire.source as source")
                        .mapTo(String.class)
                        .list());
        assertThat(kept)
                .singleElement()
                .asString()
                .contains("authorization_sealed")
                .doesNotContain("the-agency-knows");
    }

    @Test
    void two_nodes_never_take_the_same_turn() {
        put("agency", "/feed");
        List<SourceRow> one = sources.due(NOW, 10);
        assertThat(one).hasSize(1);
        assertThat(sources.due(NOW, 10)).isEmpty();
        assertThat(sources.due(NOW.plus(Turn.LEASE), 10))
                .as("and when that node has died another takes over")
                .hasSize(1);
    }

    @Test
    void an_address_of_the_papers_own_network_is_not_asked_unless_it_is_allowed() {
        sources.put(new Source("inside", agency.at("/feed"), HOURLY, List.of()), Optional.empty(), NOW);
        assertThat(sources.pull("inside", NOW))
                .isInstanceOfSatisfying(
                        Sources.Pulled.Trouble.class,
                        trouble -> assertThat(trouble.why()).contains("not on the public internet"));
        assertThat(agency.asked).isEmpty();
    }

    @Test
    void names_and_times_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> agency.source("An Agency", "/", HOURLY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agency.source("agency", "/", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void put(String name, String path) {
        sources.put(agency.source(name, path, HOURLY), Optional.empty(), NOW);
    }

    private static Sources.Health health(String name) {
        return sources.all().stream()
                .filter(each -> each.source().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
