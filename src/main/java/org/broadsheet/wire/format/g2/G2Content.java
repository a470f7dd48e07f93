package org.broadsheet.wire.format.g2;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.wire.format.nitf.Nitf;
import org.broadsheet.wire.format.text.Base64Octets;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;

/** What an item of NewsML-G2 carries or points to. Alternatives of one content are renditions: the best is taken. */
final class G2Content {
    private final XmlElement item;
    private final WireDraft draft;

    G2Content(XmlElement item, WireDraft draft) {
        this.item = item;
        this.draft = draft;
    }

    void read(XmlElement set) {
        set.elements("inlineXML").forEach(this::inlineXml);
        set.elements("inlineData").forEach(this::inlineData);
        draft.at("contentSet/remoteContent");
        List<XmlElement> remote = set.elements("remoteContent").toList();
        remote.stream()
                .filter(G2Content::isPicture)
                .flatMap(r -> picture(r).stream())
                .max(Comparator.comparingLong(WirePicture::area))
                .ifPresent(best -> draft.picture(described(best)));
        remote.stream().filter(r -> !isPicture(r)).forEach(this::link);
    }

    private void inlineXml(XmlElement inline) {
        for (XmlElement content : inline.elements().toList()) {
            String local = content.name().substring(content.name().indexOf(':') + 1);
            draft.at("contentSet/inlineXML/" + local);
            switch (local) {
                case "nitf" -> new Nitf(content, draft).content();
                case "html" ->
                    take(Prose.ofHtml(
                            content.elements()
                                    .filter(e -> e.name().endsWith("body"))
                                    .findFirst()
                                    .orElse(content)
                                    .inner(),
                            Optional.empty()));
                case "p", "div", "article", "section", "body" -> take(Prose.ofHtml(inline.inner(), Optional.empty()));
                default -> draft.unmapped("inlineXML", content.name());
            }
        }
    }

    private void inlineData(XmlElement inline) {
        String type = inline.attribute("contenttype").orElse("text/plain").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/") && !type.contains("html")) {
            draft.unmapped("inlineData", type);
            return;
        }
        boolean base64 =
                inline.attribute("encoding").filter(e -> e.endsWith("base64")).isPresent();
        draft.at("contentSet/inlineData");
        String text = base64 ? decoded(inline.text()) : inline.text();
        take(type.contains("html") ? Prose.ofHtml(text, Optional.empty()) : Prose.ofText(text));
    }

    private static String decoded(String base64) {
        return Encodings.decode(Base64Octets.decode(base64), Optional.empty()).text();
    }

    private void take(Prose prose) {
        draft.body(prose.html(), prose.paragraphs());
        prose.pictures().forEach(draft::picture);
    }

    private static boolean isPicture(XmlElement remote) {
        Optional<String> type = remote.attribute("contenttype");
        return type.isPresent()
                ? type.get().startsWith("image/")
                : address(remote)
                        .filter(a -> a.matches("(?i).*\\.(jpe?g|png|gif|tiff?|webp)"))
                        .isPresent();
    }

    private static Optional<WirePicture> picture(XmlElement remote) {
        return address(remote)
                .map(href -> WirePicture.at(href)
                        .sized(
                                remote.attribute("width").flatMap(Prose::pixels),
                                remote.attribute("height").flatMap(Prose::pixels),
                                remote.attribute("contenttype")));
    }

    private WirePicture described(WirePicture picture) {
        Optional<XmlElement> meta = item.first("contentMeta");
        Optional<String> caption = meta.flatMap(m -> G2Item.description(m, "caption")
                .or(() -> G2Item.plainDescription(m))
                .or(() -> m.first("description").flatMap(XmlElement::line)));
        Optional<String> credit = meta.flatMap(m -> m.first("creditline")).flatMap(XmlElement::line);
        Optional<String> rights = item.at("rightsInfo", "copyrightNotice").flatMap(XmlElement::line);
        return picture.described(caption, credit, rights);
    }

    private void link(XmlElement remote) {
        address(remote)
                .ifPresent(href -> draft.link(
                        new WireLink("content", href, remote.attribute("rendition"), remote.attribute("contenttype"))));
    }

    private static Optional<String> address(XmlElement remote) {
        return remote.attribute("href").or(() -> remote.attribute("residref"));
    }
}
