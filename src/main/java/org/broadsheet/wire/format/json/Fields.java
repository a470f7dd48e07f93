package org.broadsheet.wire.format.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.item.WireTime;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON object by any of the names that the versions of a format give them. */
record Fields(JsonNode node) {

    /** The first that holds words; figures are taken as they are written. */
    Optional<String> text(String... names) {
        return Stream.of(names).flatMap(n -> words(node.path(n)).stream()).findFirst();
    }

    Optional<String> line(String... names) {
        return text(names).flatMap(Prose::oneLine);
    }

    Optional<WireTime> time(String... names) {
        return text(names).flatMap(Dates::read);
    }

    Optional<Integer> pixels(String name) {
        return text(name).flatMap(Prose::pixels);
    }

    /** The objects in an array, or the values of an object: versions differ in which they use. */
    List<JsonNode> each(String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(n -> n.isArray() || n.isObject())
                .findFirst()
                .map(n -> isOne(n) ? List.of(n) : n.values().stream().toList())
                .orElse(List.of());
    }

    /** An object that is itself what others list. */
    private static boolean isOne(JsonNode node) {
        return node.isObject()
                && Stream.of("name", "value", "href").anyMatch(n -> node.path(n).isString());
    }

    Stream<String> words(String name) {
        JsonNode values = node.path(name);
        return values.isArray() ? values.values().stream().flatMap(v -> words(v).stream()) : words(values).stream();
    }

    static Optional<String> words(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.isNumber() ? value.toString() : "";
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }
}
