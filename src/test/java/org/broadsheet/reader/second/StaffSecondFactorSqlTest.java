package org.broadsheet.reader.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.Sessions;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;

/** A role that asks for two factors is not there for a browser that has shown one. */
class StaffSecondFactorSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    static class EditorsNeedTwo {
        @Bean
        Settings settings() {
            return TestSettings.of(Map.of("SECOND_FACTOR", "editors"));
        }
    }

    private final Sessions sessions =
            DATABASE.doorAt(() -> NOON, Sessions.class, ChangeNotices.class, EditorsNeedTwo.class);
    private final SecondFactors second =
            DATABASE.door(SecondFactors.class, Secrets.class, ChangeNotices.class, EditorsNeedTwo.class);

    private static ReaderId staff(Role role) {
        ReaderId reader = People.join(DATABASE.jdbi(), role.word() + System.nanoTime() + "@paper.example");
        DATABASE.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "insert into reader.staff (reader, role, since) values (:reader, :role, now())")
                        .bind("reader", reader.value())
                        .bind("role", role.word())
                        .execute());
        return reader;
    }

    @ParameterizedTest
    @CsvSource({"REPORTER, false", "EDITOR, true", "PUBLISHER, true"})
    void the_role_appears_with_the_second_factor(Role role, boolean owed) {
        ReaderId reader = staff(role);
        Session session = sessions.begin(reader, "a browser", NOON);
        Session another = sessions.begin(reader, "another browser", NOON);
        assertThat(second.standing(reader, session.device()).owed()).isEqualTo(owed);
        assertThat(second.owes(reader)).isEqualTo(owed);
        assertThat(sessions.known(session).flatMap(Known::role)).isEqualTo(owed ? Optional.empty() : Optional.of(role));
        second.proveTwo(reader, session.device(), NOON);
        assertThat(sessions.known(session).flatMap(Known::role)).contains(role);
        assertThat(second.standing(reader, session.device()).owed()).isFalse();
        assertThat(sessions.known(another).flatMap(Known::role)).isEqualTo(owed ? Optional.empty() : Optional.of(role));
    }

    @Test
    void nobody_proves_for_the_browser_of_somebody_else() {
        ReaderId editor = staff(Role.EDITOR);
        ReaderId reader = People.join(DATABASE.jdbi(), "somebody@paper.example");
        Session session = sessions.begin(editor, "a browser", NOON);
        second.proveTwo(reader, session.device(), NOON);
        assertThat(sessions.known(session).flatMap(Known::role)).isEmpty();
    }

    /** Trust on first use, and not for ever: a password that leaks after years must not make a second factor. */
    @Test
    void the_first_second_factor_is_set_up_within_seven_days_of_being_asked_or_by_one_that_is_there() {
        ReaderId editor = staff(Role.EDITOR);
        ReaderId reporter = staff(Role.REPORTER);
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.staff set invited_at = ? where reader in (?, ?)",
                        NOON.atOffset(java.time.ZoneOffset.UTC),
                        editor.value(),
                        reporter.value()));
        long here = sessions.begin(editor, "a browser", NOON).device();
        long theirs = sessions.begin(reporter, "a browser", NOON).device();
        Instant lastDay = NOON.plus(SecondFactors.ENROLMENT).minusSeconds(1);
        assertThat(second.enrols(editor, here, lastDay)).isTrue();
        assertThat(second.enrols(editor, here, lastDay.plusSeconds(1))).isFalse();
        assertThat(second.enrols(reporter, theirs, lastDay.plusSeconds(1)))
                .as("whose role asks for none")
                .isTrue();
        second.proveTwo(editor, here, lastDay);
        assertThat(second.enrols(editor, here, lastDay.plusSeconds(1))).isTrue();
        assertThat(second.enrols(reporter, here, lastDay))
                .as("another's browser")
                .isFalse();
    }

    @Test
    void a_reader_without_a_role_owes_nothing() {
        assertThat(second.owes(People.join(DATABASE.jdbi(), "plain@paper.example")))
                .isFalse();
    }
}
