package org.broadsheet.wire.format.json;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlReader;
import org.broadsheet.wire.item.WireDraft;
import tools.jackson.databind.JsonNode;

/** The text of a ninjs item: of several renderings the one with the most structure. */
final class NinjsBody {
    private final Fields fields;
    private final WireDraft draft;

    NinjsBody(JsonNode node, WireDraft draft) {
        this.fields = new Fields(node);
        this.draft = draft;
    }

    private record Rendering(String type, String value) {
        int rank() {
            if (type.contains("html")) {
                return 0;
            }
            return type.contains("nitf") ? 1 : type.contains("plain") || type.isEmpty() ? 2 : 3;
        }
    }

    void read() {
        draft.at("bodies");
        fields.each("bodies").stream()
                .map(Fields::new)
                .flatMap(b -> b.text("value").stream().map(v -> new Rendering(type(b), v)))
                .sorted(Comparator.comparingInt(Rendering::rank))
                .forEach(r -> take(() -> prose(r)));
        draft.at("body_html");
        fields.text("body_html", "body_xhtml").ifPresent(html -> take(() -> Prose.ofHtml(html, Optional.empty())));
        draft.at("body_nitf");
        fields.text("body_nitf").ifPresent(nitf -> take(() -> nitf(nitf)));
        draft.at("body_text");
        fields.text("body_text").ifPresent(text -> take(() -> Prose.ofText(text)));
    }

    private static String type(Fields body) {
        return body.text("contentType", "contenttype").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Markup is often sent under the name of plain text. */
    private static Prose prose(Rendering rendering) {
        return switch (rendering.rank()) {
            case 0 -> Prose.ofHtml(rendering.value(), Optional.empty());
            case 1 -> nitf(rendering.value());
            default ->
                rendering.value().stripLeading().startsWith("<p>")
                        ? Prose.ofHtml(rendering.value(), Optional.empty())
                        : Prose.ofText(rendering.value());
        };
    }

    private static Prose nitf(String markup) {
        XmlElement root = XmlReader.read(new Encodings.Decoded(markup, "UTF-8", java.util.List.of()), XmlLimits.USUAL)
                .root();
        XmlElement body = root.all("body.content").stream()
                .findFirst()
                .or(() -> root.all("nitf:body.content").stream().findFirst())
                .orElse(root);
        return Prose.ofHtml(body.inner(), Optional.empty());
    }

    /** Once there is a body, lesser renderings of it are not looked at. */
    private void take(Supplier<Prose> rendering) {
        if (!draft.hasBody()) {
            Prose prose = rendering.get();
            draft.body(prose.html(), prose.paragraphs());
            prose.pictures().forEach(draft::picture);
        }
    }
}
