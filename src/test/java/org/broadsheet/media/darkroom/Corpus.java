package org.broadsheet.media.darkroom;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pictures of others that our tests read, and what is stated about them. */
public final class Corpus {

    public static final Path FOLDER = Path.of("../shared/corpus");
    public static final Path IMAGES = FOLDER.resolve("images");

    /** One file of a family's index. */
    public record Item(Path file, String name, String kind) {}

    private Corpus() {}

    public static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    /** Every file of a family, listings that upstream keeps beside its pictures left out. */
    public static List<Item> items(String family) {
        Path folder = FOLDER.resolve(family);
        return json(folder.resolve("index.json"))
                .path("files")
                .valueStream()
                .map(entry -> new Item(
                        folder.resolve(entry.path("file").asString()),
                        entry.path("file").asString(),
                        entry.path("kind").asString()))
                .filter(item -> !item.name().matches(".*\\.(txt|ipgd|ixgd|irgd|iagd|out)"))
                .toList();
    }
}
