package org.broadsheet.wire.expect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The collected test data beside the repository, and what its index says of each file. */
public final class Corpus {
    private static final Path ROOT = Path.of("..", "shared", "corpus");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Corpus() {}

    /** @param entry the file's line in index.json */
    public record Sample(Path path, JsonNode entry) {
        public String name() {
            return entry.path("file").asString();
        }

        public String kind() {
            return entry.path("kind").asString();
        }

        public byte[] bytes() {
            return read(path);
        }
    }

    public static List<Sample> of(String family) {
        Path folder = ROOT.resolve(family);
        JsonNode files = json(folder.resolve("index.json")).path("files");
        return files.values().stream()
                .map(e -> new Sample(folder.resolve(e.path("file").asString()), e))
                .toList();
    }

    public static JsonNode json(Path file) {
        return MAPPER.readTree(read(file));
    }

    public static Path folder(String family) {
        return ROOT.resolve(family);
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the collected test data belongs beside the repository", e);
        }
    }
}
