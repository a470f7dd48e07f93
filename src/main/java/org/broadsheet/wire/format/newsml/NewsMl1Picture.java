package org.broadsheet.wire.format.newsml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.newsml.ContentItem.Kind;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WirePicture;

/** A component that is a picture: its renditions, and the words that stand beside it. */
final class NewsMl1Picture {
    private final XmlElement component;
    private final List<ContentItem> contents;

    NewsMl1Picture(XmlElement component) {
        this.component = component;
        this.contents = Stream.concat(
                        component.elements("ContentItem"),
                        component.all("NewsComponent").stream().flatMap(c -> c.elements("ContentItem")))
                .map(ContentItem::new)
                .toList();
    }

    /** The largest rendition; where no sizes are said the one that is called a preview or a thumbnail goes last. */
    Optional<WirePicture> read() {
        return contents.stream()
                .filter(c -> c.kind() == Kind.PICTURE)
                .sorted(Comparator.comparing(NewsMl1Picture::isSmall))
                .flatMap(c -> c.picture().stream())
                .reduce((a, b) -> b.area() > a.area() ? b : a)
                .map(p -> p.described(caption(), credit(), line("copyrightline")));
    }

    private static boolean isSmall(ContentItem content) {
        String address = content.href().orElse("");
        return content.role().matches(".*(thumb|quicklook|preview|icon|small).*")
                || address.matches("(?i).*(thumb|quicklook|preview).*");
    }

    private Optional<String> caption() {
        return contents.stream()
                .filter(c -> c.kind() == Kind.TEXT && c.role().matches(".*(caption|legend).*"))
                .flatMap(c -> Prose.oneLine(String.join(" ", c.prose().paragraphs())).stream())
                .findFirst()
                .or(() -> line("captionline"))
                .or(() -> line("headline"));
    }

    private Optional<String> credit() {
        return line("creditline").or(() -> line("byline"));
    }

    private Optional<String> line(String name) {
        return Stream.concat(Stream.of(component), component.all("NewsComponent").stream())
                .flatMap(c -> c.elements("NewsLines"))
                .flatMap(l -> Parts.line(l, name).stream())
                .findFirst();
    }
}
