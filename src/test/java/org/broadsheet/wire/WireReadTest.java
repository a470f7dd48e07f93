package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.wire.expect.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WireReadTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private WireRead read = new WireRead(System.out, System.err);

    @BeforeEach
    void listen() {
        read = new WireRead(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<JsonNode> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(MAPPER::readTree)
                .toList();
    }

    @Test
    void an_agency_file_becomes_one_line_with_its_items() {
        Path file = Corpus.folder("newsml-g2").resolve("agency/belga-dpa_newsml_2_0_1_belga.xml");

        assertThat(read.run(List.of(file))).isZero();

        JsonNode line = lines().getFirst();
        assertThat(line.path("outcome").asString()).isEqualTo("accepted");
        assertThat(line.path("format").asString()).isEqualTo("newsml-g2");
        JsonNode item = line.path("items").path(0);
        assertThat(item.path("guid").asString()).isEqualTo("urn:newsml:dpa.com:20090101:240626-99-540037");
        assertThat(item.path("version").asString()).isEqualTo("6");
        assertThat(item.path("status").asString()).isEqualTo("usable");
        assertThat(item.path("urgency").asInt()).isEqualTo(3);
        assertThat(item.path("updated").asString()).isEqualTo("2024-06-26T16:02:03+02:00");
        assertThat(item.path("embargo").isNull()).isTrue();
        assertThat(item.path("paragraphs").size()).isEqualTo(11);
    }

    @Test
    void where_each_field_stands_is_said_only_when_asked() {
        Path file = Corpus.folder("newsml-g2").resolve("agency/belga-dpa_newsml_2_0_1_belga.xml");
        read.run(List.of(file));
        read.withOrigins().run(List.of(file));

        assertThat(lines().getFirst().path("items").path(0).has("origins")).isFalse();
        JsonNode item = lines().get(1).path("items").path(0);
        assertThat(item.path("origins").path("guid").asString()).isEqualTo("@guid");
        assertThat(item.path("origins").path("updated").asString()).isEqualTo("itemMeta/versionCreated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml-g2", "ninjs", "feeds", "wire-newsml12-nitf"})
    void every_field_that_says_something_says_where_it_came_from(String family) {
        read.withOrigins().run(List.of(Corpus.folder(family)));

        assertThat(lines().stream()
                        .flatMap(l -> l.path("items").values().stream())
                        .flatMap(WireReadTest::withoutOrigin))
                .isEmpty();
    }

    private static Stream<String> withoutOrigin(JsonNode item) {
        return item.properties().stream()
                .filter(f -> !f.getKey().equals("unmapped") && !f.getKey().equals("origins"))
                .filter(f -> !f.getValue().isNull()
                        && !(f.getValue().isArray() && f.getValue().isEmpty())
                        && !f.getValue().asString("-").isEmpty())
                .filter(f -> item.path("origins").path(f.getKey()).asString("").isBlank())
                .map(f -> f.getKey() + " of " + item.path("guid").asString());
    }

    @Test
    void folders_are_walked_in_order_and_nothing_stops_the_walk() throws IOException {
        Files.writeString(folder.resolve("b.xml"), "<rss><channel><item><title>T</title></item></channel></rss>");
        Files.writeString(folder.resolve("a.txt"), "no news");
        Files.createFile(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(folder.resolve("c")).resolve("d.json"), "{broken");

        assertThat(read.run(List.of(folder))).isZero();

        assertThat(lines())
                .extracting(
                        l -> Path.of(l.path("file").asString()).getFileName().toString())
                .containsExactly("a.txt", "b.xml", "d.json", "empty");
        assertThat(lines())
                .extracting(l -> l.path("outcome").asString())
                .containsExactly("refused", "accepted", "refused", "refused");
        assertThat(lines()).extracting(l -> l.path("reason").isNull()).containsExactly(false, true, false, false);
    }

    @Test
    void a_path_that_is_not_there_is_bad_usage_in_one_line() {
        assertThat(read.run(List.of(folder.resolve("nowhere")))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("wire read: there is no ")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void no_path_is_bad_usage() {
        assertThat(read.run(List.of())).isEqualTo(2);
    }
}
