package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One's own data, out and away: complete, as the database itself says what there is. */
class OwnDataPageTest {
    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start();

    @BeforeAll
    static void print() {
        Stories stories = PAPER.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        Draft.of("A story to give").body("Words.").print(stories, Instant.parse("2026-01-03T05:00:00Z"));
    }

    private static int count;

    private final String email = "marked" + ++count + "@paper.example";
    private final ReaderId reader = People.join(PAPER.database().jdbi(), email);

    /** In which tables somebody's rows lie, by what points to accounts or is called as if it did. */
    private static Set<String> tables() {
        return new TreeSet<>(strings("""
                select n.nspname || '.' || c.relname
                  from pg_constraint k
                  join pg_class c on c.oid = k.conrelid
                  join pg_namespace n on n.oid = c.relnamespace
                 where k.contype = 'f' and k.confrelid = 'reader.reader'::regclass
                union
                select table_schema || '.' || table_name from information_schema.columns
                 where column_name in ('reader', 'giver', 'buyer', 'reader_id') and data_type = 'bigint'
                   and table_schema not in ('pg_catalog', 'information_schema')
                """));
    }

    private static List<String> strings(String sql) {
        return PAPER.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** The account has an app: a browser that has shown the password alone may do neither. */
    private Surfer byTwo() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        PAPER.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("update reader.device set two_factors = true where reader = ?", reader.value()));
        return surfer;
    }

    private void fill() {
        PAPER.database().jdbi().useTransaction(handle -> {
            for (OwnRows.Row row : OwnRows.ALL) {
                if (row.there(handle)) {
                    handle.createScript(row.insert()
                                    .replace(":reader", reader.toString())
                                    .replace(":email", "'" + email + "'"))
                            .execute();
                }
            }
        });
    }

    @Test
    void for_every_table_that_holds_anything_of_a_person_there_is_a_row_to_try_it_with() {
        assertThat(OwnRows.ALL.stream().map(OwnRows.Row::table)).containsAll(tables());
    }

    @Test
    void the_document_holds_what_every_table_holds() {
        fill();
        HttpResponse<String> answer = byTwo().post("/account/data/document", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        JsonNode document = JsonMapper.builder().build().readTree(answer.body());
        assertThat(document.path("format").asInt()).isEqualTo(1);
        Set<String> there = tables();
        assertThat(OwnRows.ALL.stream()
                        .filter(row -> there.contains(row.table()))
                        .filter(row -> row.shows().isPresent()
                                && !answer.body().contains(row.shows().get()))
                        .map(OwnRows.Row::table))
                .isEmpty();
        assertThat(answer.body()).contains(email).doesNotContain("argon2id", "marker-sealed");
    }

    @Test
    void nothing_of_somebody_who_has_left_remains_but_what_has_a_reason() {
        fill();
        Surfer surfer = byTwo();
        Surfer elsewhere = new Surfer(PAPER).as(reader);
        assertThat(surfer.post("/account/data/deletion", Map.of()).statusCode()).isEqualTo(422);
        HttpResponse<String> gone = surfer.post("/account/data/deletion", Map.of("sure", "yes"));
        assertThat(Surfer.location(gone)).isEqualTo("/account/gone");
        assertThat(surfer.cookies()).doesNotContainKeys("session", "pass");
        assertThat(Jsoup.parse(surfer.get("/account/gone").body()).select("[role=status]"))
                .hasSize(1);
        assertThat(Surfer.location(elsewhere.get("/account/security"))).startsWith("/sign-in?to=");
        assertThat(left()).isEmpty();
        assertThat(strings("select subject from base.mail where recipient = '" + email + "' order by id desc limit 1"))
                .singleElement()
                .asString()
                .contains("is deleted");
        assertThat(strings("select key from base.change where kind = 'standing' and key = '" + reader + "'"))
                .isNotEmpty();
    }

    /** Where the person's number or address still stands. */
    private List<String> left() {
        List<String> columns = strings("""
                select table_schema || '.' || table_name || ' ' || column_name || ' ' || data_type
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """);
        Set<String> numbered = tables();
        return columns.stream()
                .map(column -> column.split(" ", 3))
                .filter(column -> holds(column[0], column[1], column[2], numbered.contains(column[0])))
                .map(column -> column[0] + "." + column[1])
                .filter(place -> !OwnRows.KEPT.containsKey(place))
                .toList();
    }

    private boolean holds(String table, String column, String type, boolean numbered) {
        String sql = switch (type) {
            case "text", "character varying", "jsonb", "json" ->
                "select 'x' from " + table + " where position('" + email + "' in lower(" + column
                        + "::text)) > 0 limit 1";
            case "bigint" ->
                numbered && Set.of("reader", "giver", "buyer", "reader_id").contains(column)
                        ? "select 'x' from " + table + " where " + column + " = " + reader + " limit 1"
                        : "";
            default -> "";
        };
        return !sql.isEmpty() && !strings(sql).isEmpty();
    }

    @Test
    void the_pages_say_what_goes_and_what_stays_and_ask_for_fresh_proof() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        assertThat(surfer.page("/account/data").select("form[action=/account/data/document] button"))
                .hasSize(1);
        assertThat(surfer.page("/account/data/deletion").select("ul.points")).hasSize(2);
        PAPER.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.device set began_at = now() - interval '11 minutes' where reader = ?",
                        reader.value()));
        assertThat(Surfer.location(surfer.post("/account/data/document", Map.of())))
                .isEqualTo("/account/confirm?to=%2Faccount%2Fdata");
        assertThat(Surfer.location(surfer.post("/account/data/deletion", Map.of("sure", "yes"))))
                .startsWith("/account/confirm?to=");
        assertThat(strings("select email from reader.reader where id = " + reader))
                .containsExactly(email);
    }
}
