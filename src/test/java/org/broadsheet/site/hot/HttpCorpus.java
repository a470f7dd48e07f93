package org.broadsheet.site.hot;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exact bytes of gunicorn's and llhttp's tests. */
final class HttpCorpus {
    private static final Path CORPUS = Path.of("../shared/corpus/http");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern HOSTED = Pattern.compile("(?i)^[A-Z]+ /\\S* HTTP/1.1\r\n(?s:.*)Host: [a-z.]+\r\n");

    private HttpCorpus() {}

    /** @param messages how many requests are in the bytes, as far as they are sound */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, boolean accept, byte[] bytes, int messages) {
        boolean complete() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return HOSTED.matcher(text).find() && text.contains("\r\n\r\n") && text.startsWith("GET");
        }
    }

    static List<Integer> statuses(String answer) {
        List<Integer> statuses = new ArrayList<>();
        Matcher found = STATUS.matcher(answer);
        while (found.find()) {
            statuses.add(Integer.parseInt(found.group(1)));
        }
        return statuses;
    }

    static Stream<Case> cases() throws IOException {
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
                .map(HttpCorpus::llhttp);
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
