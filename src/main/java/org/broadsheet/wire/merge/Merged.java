package org.broadsheet.wire.merge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What three versions have become. */
public record Merged(Map<Field, Part> lines, List<Part> blocks) {
    public Merged {
        lines = Map.copyOf(lines);
        blocks = List.copyOf(blocks);
    }

    /** In the order of their numbers. */
    public List<Part.Clash> clashes() {
        return Stream.concat(Stream.of(Field.values()).map(this::line), blocks.stream())
                .filter(Part.Clash.class::isInstance)
                .map(Part.Clash.class::cast)
                .toList();
    }

    public Part line(Field field) {
        return lines.getOrDefault(field, new Part.Settled("", Side.BOTH));
    }

    /** With the desk's words in every clash: nothing of the desk's is overwritten by itself. */
    public Wording wording() {
        return wording(Map.of());
    }

    /** @param decided by the number of a clash; the desk's words stand where nothing is decided */
    public Wording wording(Map<Integer, Side> decided) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            List<String> text = text(line(field), decided);
            said.put(field, text.isEmpty() ? "" : text.getFirst());
        }
        List<String> body = new ArrayList<>();
        blocks.forEach(part -> body.addAll(text(part, decided)));
        return new Wording(said, body);
    }

    private static List<String> text(Part part, Map<Integer, Side> decided) {
        return switch (part) {
            case Part.Settled settled -> settled.text(Side.BOTH);
            case Part.Clash clash -> clash.text(decided.getOrDefault(clash.number(), Side.DESK));
        };
    }
}
