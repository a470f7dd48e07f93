package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.ArchiveRooms.NOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileQuestionsSqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final ArchiveRooms rooms = ArchiveRooms.on(database);
    private static final Stories stories = rooms.stories();
    private static final Archive archive = rooms.archive();

    @Test
    void every_naughty_string_is_a_question_and_a_headline_like_any_other() {
        for (String naughty : naughtyStrings()) {
            assertThat(archive.search(Query.of(naughty))).isNotNull();
            String headline = Draft.of(naughty).copy().headline();
            if (Terms.of(Query.of(headline).text()).isEmpty()) {
                continue;
            }
            var id = Draft.of(headline).body(naughty).print(stories, NOON);
            Answer.Results results = ArchiveRooms.results(archive.search(Query.of(headline)));
            if (!headline.contains("-") && !headline.contains("!")) {
                assertThat(results.total()).as(headline).isPositive();
                results.hits().stream()
                        .filter(hit -> hit.teaser().id().equals(id))
                        .forEach(hit -> assertThat(hit.headline().text())
                                .isEqualTo(hit.teaser().headline()));
            }
        }
    }

    @Test
    void monstrous_questions_are_answered_at_once() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            words.append(" word").append(i).append(i % 3 == 0 ? " or" : i % 3 == 1 ? " -" : " \"");
        }
        List<String> monsters = List.of(
                "x".repeat(1_000_000),
                "a ".repeat(500_000),
                "\"".repeat(1_000_000),
                "-".repeat(1_000_000),
                "or ".repeat(300_000),
                words.toString(),
                "((((((((((".repeat(100_000),
                "' <-> ".repeat(100_000),
                "\u0000".repeat(1_000_000),
                "\ud83d\ude00 ".repeat(300_000),
                "e\u0301\u0301\u0301".repeat(200_000));
        for (String monster : monsters) {
            long begun = System.nanoTime();
            assertThat(archive.search(Query.of(monster))).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** The big list of naughty strings, as the shared corpus has it. */
    private static List<String> naughtyStrings() {
        try {
            JsonNode list =
                    JsonMapper.shared().readTree(Files.readString(Path.of("../shared/corpus/urls-unicode/blns.json")));
            List<String> strings = new ArrayList<>();
            collect(list, strings);
            assertThat(strings).hasSizeGreaterThan(200);
            return strings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<String> strings) {
        if (node.isString()) {
            strings.add(node.asString());
        } else {
            node.values().forEach(each -> collect(each, strings));
        }
    }
}
