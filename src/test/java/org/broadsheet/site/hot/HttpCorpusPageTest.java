package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exact bytes of gunicorn's and llhttp's tests, sent to Jetty as the paper sets it up. */
class HttpCorpusPageTest {
    private static final Path CORPUS = Path.of("../shared/corpus/http");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern HOSTED = Pattern.compile("(?i)^[A-Z]+ /\\S* HTTP/1.1\r\n(?s:.*)Host: [a-z.]+\r\n");

    private final HotServer paper = new HotServer();

    HttpCorpusPageTest() {
        paper.pages.page("/", "the front page");
    }

    @AfterEach
    void stop() throws Exception {
        paper.close();
    }

    /** @param messages how many requests are in the bytes, as far as they are sound */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, boolean accept, byte[] bytes, int messages) {
        boolean complete() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return HOSTED.matcher(text).find() && text.contains("\r\n\r\n") && text.startsWith("GET");
        }
    }

    @Test
    void what_must_be_refused_is_refused_or_closed_and_nothing_after_it_is_answered() throws IOException {
        List<Case> cases = cases().filter(each -> !each.accept()).toList();
        assertThat(cases).hasSizeGreaterThan(70);
        for (Case each : cases) {
            String answer = answer(each);
            List<Integer> statuses = statuses(answer);
            assertNothingAnsweredBeyond(each, statuses);
            boolean closed = !answer.endsWith("~");
            assertThat(closed || statuses.stream().allMatch(status -> status >= 400))
                    .as(each.name())
                    .isTrue();
        }
        staysUp();
    }

    @Test
    void what_is_sound_is_answered_at_most_once_a_request_and_a_plain_page_request_is_served() throws IOException {
        List<Case> cases = cases().filter(Case::accept).toList();
        assertThat(cases).hasSizeGreaterThan(50);
        int served = 0;
        for (Case each : cases) {
            List<Integer> statuses = statuses(answer(each));
            assertThat(statuses).as(each.name()).hasSizeLessThanOrEqualTo(Math.max(1, each.messages()));
            if (each.complete()) {
                served++;
                assertThat(statuses).as(each.name()).hasSize(each.messages()).doesNotContain(400);
            }
        }
        assertThat(served).isPositive();
        staysUp();
    }

    /** What is sound before the fault may be answered; the fault is refused at most once, and nothing follows. */
    private static void assertNothingAnsweredBeyond(Case each, List<Integer> statuses) {
        long served = statuses.stream().filter(status -> status < 400).count();
        assertThat(served).as(each.name()).isLessThanOrEqualTo(Math.max(1, each.messages()));
        assertThat(statuses.stream().limit(served)).as(each.name()).allMatch(status -> status < 400);
        assertThat(statuses).as(each.name()).hasSizeLessThanOrEqualTo((int) served + 1);
    }

    private void staysUp() throws IOException {
        try (Wire wire = new Wire(paper.port())) {
            assertThat(wire.get("/").status()).isEqualTo(200);
        }
    }

    private String answer(Case each) throws IOException {
        try (Wire wire = new Wire(paper.port())) {
            wire.send(each.bytes());
            wire.tryEnd();
            return wire.rest(5_000);
        }
    }

    private static List<Integer> statuses(String answer) {
        List<Integer> statuses = new ArrayList<>();
        Matcher found = STATUS.matcher(answer);
        while (found.find()) {
            statuses.add(Integer.parseInt(found.group(1)));
        }
        return statuses;
    }

    private static Stream<Case> cases() throws IOException {
        return Stream.concat(gunicorn(), llhttp());
    }

    /** Cases that need a setting of gunicorn's are not about us. */
    private static Stream<Case> gunicorn() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String folder : List.of("gunicorn/valid", "gunicorn/invalid")) {
            try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    JsonNode node = JsonMapper.shared().readTree(Files.readString(file));
                    if (node.path("config").isEmpty()) {
                        int messages = node.path("expect").isArray()
                                ? node.path("expect").size()
                                : 1;
                        boolean accept = node.path("outcome").asString().equals("accept");
                        byte[] bytes = Base64.getDecoder()
                                .decode(node.path("bytes_base64").asString());
                        cases.add(new Case(folder + "/" + file.getFileName(), accept, bytes, messages));
                    }
                }
            }
        }
        return cases.stream();
    }

    private static Stream<Case> llhttp() throws IOException {
        JsonNode all = JsonMapper.shared().readTree(Files.readString(CORPUS.resolve("llhttp-cases.json")));
        return all.valueStream()
                .filter(node -> node.path("type").asString().equals("request"))
                .map(HttpCorpusPageTest::llhttp);
    }

    private static Case llhttp(JsonNode node) {
        List<String> log =
                node.path("log").valueStream().map(JsonNode::asString).toList();
        return new Case(
                "llhttp " + node.path("file").asString() + ": "
                        + node.path("title").asString(),
                log.stream().noneMatch(line -> line.contains("error code=")),
                Base64.getDecoder().decode(node.path("input_base64").asString()),
                (int) log.stream()
                        .filter(line -> line.contains("message complete"))
                        .count());
    }
}
