package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.Wire.Arrival;
import org.broadsheet.wire.Wire.Kept;
import org.broadsheet.wire.Wire.Progress;
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

    @Test
    void reading_again_adds_only_what_is_new() {
        wire.keep(List.of(arrival(ninjs("a", "1", "First"), 0)));
        wire.readKept(10);

        assertThat(wire.readAgain("agency")).isOne();
        assertThat(wire.readKept(10)).isEqualTo(new Progress(1, 0, 0));
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
