package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.Wire.Arrival;
import org.broadsheet.wire.Wire.Kept;
import org.broadsheet.wire.Wire.Progress;
import org.broadsheet.wire.Wire.Reread;
import org.broadsheet.wire.expect.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WireSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Wire wire = database.door(Wire.class);

    @BeforeEach
    void nothing_has_come_yet() {
        database.jdbi().useHandle(h -> h.execute("truncate wire.item, wire.raw"));
    }

    private static byte[] ninjs(String guid, String version, String headline) {
        return ("{\"uri\":\"" + guid + "\",\"version\":\"" + version + "\",\"headline\":\"" + headline
                        + "\",\"body_text\":\"One.\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Arrival arrival(byte[] content, int minute) {
        return new Arrival("agency", content, NOON.plusSeconds(60L * minute));
    }

    @Test
    void bytes_are_kept_as_they_came_even_when_nobody_can_read_them() {
        byte[] rubbish = {0, 1, 2, (byte) 0xff, '<'};

        wire.keep(List.of(arrival(rubbish, 0)));
        Progress progress = wire.readKept(10);

        assertThat(progress).isEqualTo(new Progress(1, 0, 1));
        assertThat(wire.raw("agency", Formats.hash(rubbish)))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(rubbish));
    }

    @Test
    void the_same_bytes_again_change_nothing() {
        List<Arrival> first = List.of(arrival(ninjs("a", "1", "One"), 0));

        wire.keep(first);
        assertThat(wire.readKept(10).added()).isOne();
        wire.keep(List.of(arrival(ninjs("a", "1", "One"), 5)));
        assertThat(wire.readKept(10).documents()).isZero();

        assertThat(wire.history("agency", "a"))
                .hasSize(1)
                .extracting(Kept::arrived)
                .containsExactly(NOON);
    }

    @Test
    void versions_of_one_item_are_one_history() {
        wire.keep(List.of(
                arrival(ninjs("a", "1", "First"), 0),
                arrival(ninjs("a", "2", "Second"), 1),
                arrival(ninjs("b", "1", "Other"), 2)));
        wire.readKept(10);

        assertThat(wire.history("agency", "a"))
                .extracting(k -> k.item().headline().orElse(""))
                .containsExactly("First", "Second");
        assertThat(wire.latest(10))
                .extracting(k -> k.item().headline().orElse(""))
                .containsExactly("Other", "Second");
    }

    private Reread reread() {
        return wire.reread(Optional.of("agency"), 0, 100);
    }

    /** As if an older reader had read it so. */
    private void misread(String set) {
        database.jdbi().useHandle(h -> h.execute("update wire.item set " + set));
    }

    @Test
    void reading_again_with_the_same_reader_changes_nothing() {
        wire.keep(List.of(arrival(ninjs("a", "1", "First"), 0), arrival(new byte[] {'?'}, 1)));
        wire.readKept(10);

        Reread again = reread();

        assertThat(List.of(again.documents(), again.changed(), again.added(), again.gone(), again.refused()))
                .containsExactly(2, 0, 0, 0, 1);
        assertThat(wire.history("agency", "a")).hasSize(1);
        assertThat(wire.reread(Optional.of("other"), 0, 100).documents()).isZero();
        assertThat(wire.reread(Optional.empty(), 0, 1).documents()).isOne();
        assertThat(wire.reread(Optional.empty(), again.last(), 10).documents()).isZero();
    }

    @Test
    void what_a_mended_reader_reads_takes_the_place_of_what_was_read_before() {
        wire.keep(List.of(arrival(ninjs("a", "1", "First"), 0), arrival(ninjs("b", "1", "Other"), 1)));
        wire.readKept(10);
        long id = wire.history("agency", "a").getFirst().id();
        misread("sha256 = repeat('0', 64), version = '', content = content || '{\"headline\": null}' where guid = 'a'");

        assertThat(reread())
                .extracting(Reread::changed, Reread::added, Reread::gone)
                .containsExactly(1, 0, 0);

        assertThat(wire.history("agency", "a")).singleElement().satisfies(k -> {
            assertThat(k.id()).isEqualTo(id);
            assertThat(k.item().headline()).hasValue("First");
            assertThat(k.item().version()).hasValue("1");
        });
        assertThat(reread().changed()).isZero();
    }

    @Test
    void an_item_whose_identifier_was_misread_is_not_there_twice() {
        wire.keep(List.of(arrival(ninjs("a", "1", "First"), 0)));
        wire.readKept(10);
        misread("guid = 'wrong', sha256 = repeat('0', 64)");

        assertThat(reread().changed()).isOne();
        assertThat(wire.history("agency", "wrong")).isEmpty();
        assertThat(wire.latest(10)).hasSize(1);
    }

    @Test
    void what_nobody_had_read_is_added_and_what_is_no_item_goes() {
        wire.keep(List.of(arrival(ninjs("a", "1", "First"), 0), arrival(ninjs("b", "1", "Other"), 1)));
        wire.readKept(10);
        database.jdbi().useHandle(h -> {
            h.execute("delete from wire.item where guid = 'a'");
            h.execute("insert into wire.item (raw, source, guid, version, sha256, arrived, status, content)"
                    + " select raw, source, 'ghost', '', repeat('1', 64), arrived, status, content from wire.item");
        });

        assertThat(reread())
                .extracting(Reread::changed, Reread::added, Reread::gone)
                .containsExactly(0, 1, 1);
        assertThat(wire.latest(10)).extracting(k -> k.item().guid()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void an_item_that_two_documents_hold_is_lost_by_neither() {
        byte[] same = ninjs("a", "1", "First");
        byte[] spaced = (new String(same, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        wire.keep(List.of(arrival(same, 0), arrival(spaced, 1)));
        wire.readKept(10);
        misread("raw = (select max(id) from wire.raw)");

        assertThat(reread())
                .extracting(Reread::changed, Reread::added, Reread::gone)
                .containsExactly(0, 0, 0);
        assertThat(wire.history("agency", "a")).hasSize(1);
    }

    @Test
    void an_item_comes_back_as_it_was_read() {
        for (Corpus.Sample sample : Corpus.of("newsml-g2")) {
            wire.keep(List.of(new Arrival("corpus", sample.bytes(), NOON)));
        }
        wire.readKept(500);

        List<Kept> kept = wire.latest(500);
        assertThat(kept).hasSizeGreaterThan(30);
        assertThat(kept)
                .allSatisfy(k -> assertThat(WireKeeping.read(WireKeeping.write(k.item())))
                        .isEqualTo(k.item()));
    }

    @Test
    void revisions_that_each_bear_an_identifier_of_their_own_are_one_history() {
        Corpus.Sample sample = Corpus.of("wire-newsml12-nitf").stream()
                .filter(s -> s.name().endsWith("core-afp.xml"))
                .findFirst()
                .orElseThrow();
        String first = new String(sample.bytes(), StandardCharsets.UTF_8);
        String second = first.replace("TX-PAR-FXW86:1", "TX-PAR-FXW86:2").replace("Update=\"N\">1<", "Update=\"U\">2<");
        wire.keep(List.of(
                arrival(first.getBytes(StandardCharsets.UTF_8), 0),
                arrival(second.getBytes(StandardCharsets.UTF_8), 1)));
        wire.readKept(10);

        assertThat(wire.history("agency", "urn:newsml:afp.com:20140829:TX-PAR-FXW86"))
                .extracting(k -> k.item().identifier())
                .containsExactly(
                        "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:1",
                        "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:2");
    }

    @Test
    void what_a_database_cannot_hold_is_replaced() {
        String guid = "g".repeat(3_000);
        wire.keep(List.of(arrival(
                ("{\"uri\":\"" + guid + "\",\"headline\":\"a\\u0000b\",\"body_text\":\"x\"}")
                        .getBytes(StandardCharsets.UTF_8),
                0)));

        assertThat(wire.readKept(10).added()).isOne();
        assertThat(wire.history("agency", guid))
                .extracting(k -> k.item().headline().orElse(""))
                .containsExactly("a\ufffdb");
    }

    @Test
    void twelve_readers_at_once_read_each_document_once() throws Exception {
        List<Arrival> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(arrival(ninjs("item" + i, "1", "Headline " + i), i));
        }
        wire.keep(many);

        int read = 0;
        try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
            List<Callable<Progress>> turns = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                turns.add(() -> wire.readKept(20));
            }
            for (Future<Progress> turn : readers.invokeAll(turns)) {
                read += turn.get().documents();
            }
        }
        read += wire.readKept(200).documents();

        assertThat(read).isEqualTo(120);
        assertThat(wire.latest(200)).hasSize(120);
    }

    @Test
    void a_source_without_a_name_is_no_source() {
        assertThatThrownBy(() -> new Arrival(" ", new byte[0], NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
