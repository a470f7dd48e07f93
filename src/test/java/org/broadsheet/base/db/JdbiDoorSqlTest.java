package org.broadsheet.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.annotation.Transactional;

class JdbiDoorSqlTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Notes notes;

    @BeforeAll
    static void a_table_of_its_own() {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "create table note (id bigint generated always as identity, words text not null, at timestamptz, by text)"));
        notes = database.door(Notes.class);
    }

    @Test
    void a_package_private_sql_interface_works_and_keeps_typed_ids_instants_and_absent_values() {
        Instant now = Instant.parse("2026-01-03T04:10:07.123456Z");
        NoteId id = notes.write("kept", now);
        assertThat(notes.find(id)).contains(new Note(id, new Words("kept"), now, Optional.empty()));
        assertThat(notes.find(new NoteId(999))).isEmpty();
    }

    @Test
    void a_record_inside_a_record_is_read_from_the_same_row() {
        NoteId id = notes.write("inside", Instant.EPOCH);
        assertThat(notes.framed(id))
                .isEqualTo(new Framed(new Note(id, new Words("inside"), Instant.EPOCH, Optional.of("K")), 7));
    }

    @Test
    void a_failed_use_case_leaves_nothing_behind() {
        assertThatThrownBy(() -> notes.writeTwoAndFail("undone")).isInstanceOf(IllegalStateException.class);
        assertThat(notes.withWords("undone")).isEmpty();
    }

    @Test
    void ids_come_back_as_a_list_of_typed_ids() {
        notes.writeAll(List.of("many", "many"));
        assertThat(notes.withWords("many"))
                .hasSize(2)
                .allSatisfy(id -> assertThat(id.value()).isPositive());
    }

    record NoteId(long value) {}

    record Words(String value) {}

    record Note(NoteId id, Words words, Instant at, Optional<String> by) {}

    record Framed(Note note, int frameWidth) {}

    interface NoteSql {

        @SqlQuery("select id, words, at, 'K' as note_by, 'other' as by, 7 as frame_width from note where id = :id")
        Framed framed(NoteId id);

        @SqlQuery("insert into note (words, at) values (:words, :at) returning id")
        NoteId write(Words words, Instant at);

        @SqlQuery("select id, words, at, by from note where id = :id")
        Optional<Note> find(NoteId id);

        @SqlQuery("select id from note where words = :words order by id")
        List<NoteId> withWords(Words words);

        @SqlBatch("insert into note (words) values (:words)")
        void writeAll(List<Words> words);

        @SqlUpdate("update note set words = :to where id = :id")
        boolean rename(NoteId id, Words to);

        default NoteId writeTwice(Words words, Instant at) {
            write(words, at);
            return write(words, at);
        }
    }

    static class Notes {

        private final NoteSql sql;

        Notes(Jdbi jdbi) {
            this.sql = NamedSql.of(jdbi, NoteSql.class);
        }

        NoteId write(String words, Instant at) {
            return sql.write(new Words(words), at);
        }

        Optional<Note> find(NoteId id) {
            return sql.find(id);
        }

        Framed framed(NoteId id) {
            return sql.framed(id);
        }

        List<NoteId> withWords(String words) {
            return sql.withWords(new Words(words));
        }

        @Transactional
        public void writeAll(List<String> words) {
            sql.writeAll(words.stream().map(Words::new).toList());
        }

        @Transactional
        public void writeTwoAndFail(String words) {
            NoteId id = sql.writeTwice(new Words(words), Instant.EPOCH);
            if (sql.rename(id, new Words(words))) {
                throw new IllegalStateException("after two writes");
            }
        }
    }
}
