package org.broadsheet.base.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every payload of the corpus's sanitiser and parser families, whatever file it stands in. */
class HostileHtmlTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Set<String> SUBSET = Set.of(
            "p",
            "h2",
            "h3",
            "blockquote",
            "ul",
            "ol",
            "li",
            "a",
            "strong",
            "em",
            "figure",
            "figcaption",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "pre",
            "code",
            "br",
            "hr",
            "sub",
            "sup",
            "aside");
    private static final Set<String> ATTRIBUTES = Set.of("href", "data-photograph", "colspan", "rowspan");

    @Test
    void nothing_but_the_subset_comes_through_and_cleaning_twice_changes_nothing() throws IOException {
        List<String> payloads = payloads();
        assertThat(payloads).hasSizeGreaterThan(1_000);
        for (String payload : payloads) {
            String once = StoryHtml.clean(payload).html();
            assertThat(StoryHtml.clean(once).html()).as("twice: %s", payload).isEqualTo(once);
            for (Element element : Jsoup.parseBodyFragment(once).body().select("*:not(body)")) {
                assertThat(element.normalName()).as(payload).isIn(SUBSET);
                element.attributes()
                        .forEach(attribute ->
                                assertThat(attribute.getKey()).as(payload).isIn(ATTRIBUTES));
                assertThat(element.attr("href")).as(payload).matches("|/.*|https?://.*|mailto:.*|tel:.*");
            }
            Document read = Jsoup.parseBodyFragment(once);
            read.outputSettings(Sanitiser.OUTPUT);
            assertThat(read.body().html())
                    .as("a browser reads the same tree: %s", payload)
                    .isEqualTo(once);
        }
    }

    private static List<String> payloads() throws IOException {
        List<String> payloads = new ArrayList<>();
        for (String family : List.of("html-sanitise", "html5-parse")) {
            try (Stream<Path> files = Files.walk(CORPUS.resolve(family))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (name.endsWith(".dat")) {
                        for (String block : text.split("#data\n")) {
                            payloads.add(block.split("\n#errors")[0]);
                        }
                    } else if (name.endsWith(".json") || name.endsWith(".jsonl")) {
                        text.lines().filter(line -> name.endsWith("l")).forEach(line -> strings(line, payloads));
                        if (name.endsWith(".json")) {
                            strings(text, payloads);
                        }
                    } else {
                        payloads.add(text);
                    }
                }
            }
        }
        return payloads;
    }

    private static void strings(String json, List<String> into) {
        gather(new ObjectMapper().readTree(json), into);
    }

    private static void gather(JsonNode node, List<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        }
        node.forEach(child -> gather(child, into));
    }
}
