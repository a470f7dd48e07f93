package org.broadsheet.wire.merge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one version says.
 *
 * @param lines plain text; a line that is not there is empty
 * @param blocks of the body in order, each a whole element of the paper's HTML subset
 */
public record Wording(Map<Field, String> lines, List<String> blocks) {
    public Wording {
        Map<Field, String> all = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            all.put(field, lines.getOrDefault(field, ""));
        }
        lines = Collections.unmodifiableMap(all);
        blocks = List.copyOf(blocks);
    }

    public String line(Field field) {
        return lines.getOrDefault(field, "");
    }
}
