package org.broadsheet.wire.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.wire.format.xml.Encodings.Decoded;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlNode;
import org.broadsheet.wire.format.xml.XmlReader;

/**
 * The words of a body that is clean already, block by block. Clean markup is XML but for its two empty elements, and
 * reading it so is several times quicker than with a parser that must expect anything.
 */
final class CleanWords {
    private static final Set<String> LINES = Set.of("p", "h2", "h3", "pre", "figcaption");

    private final List<String> words = new ArrayList<>();

    private CleanWords() {}

    static List<String> of(StoryHtml clean) {
        if (clean.isEmpty()) {
            return List.of();
        }
        String xml = "<body>" + clean.html().replace("<br>", "&#32;").replace("<hr>", "") + "</body>";
        CleanWords reading = new CleanWords();
        reading.gather(XmlReader.read(new Decoded(xml, "UTF-8", List.of()), XmlLimits.USUAL)
                .root());
        return List.copyOf(reading.words);
    }

    private void gather(XmlElement parent) {
        parent.elements().forEach(e -> {
            if (LINES.contains(e.name())) {
                add(e.text());
            } else if (e.is("tr")) {
                add(String.join(
                        " | ", e.elements().flatMap(c -> c.line().stream()).toList()));
            } else if (e.is("li")) {
                add(ownWords(e));
                e.elements().filter(CleanWords::isList).forEach(this::gather);
            } else {
                gather(e);
            }
        });
    }

    private void add(String text) {
        Optional<String> line = Prose.oneLine(text);
        line.ifPresent(words::add);
    }

    private static boolean isList(XmlElement e) {
        return e.is("ul") || e.is("ol");
    }

    private static String ownWords(XmlElement item) {
        StringBuilder own = new StringBuilder();
        for (XmlNode node : item.children()) {
            switch (node) {
                case XmlNode.Text text -> own.append(text.value());
                case XmlElement e -> own.append(isList(e) ? "" : e.text());
            }
        }
        return own.toString();
    }
}
