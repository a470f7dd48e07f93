package org.broadsheet.wire.format.newsml;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Embedded;
import org.broadsheet.wire.format.nitf.Nitf;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.Encodings.Decoded;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlReader;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WirePicture;

/** {@code ContentItem} (5.8): a text in the document, or something that it points to. */
record ContentItem(XmlElement element) {
    private static final Pattern PICTURE_FILE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|tiff?|webp|bmp)");
    private static final Pattern PICTURE_WORDS =
            Pattern.compile("(photo|picture|image|graphic|cartoon|illustration).*|.*(jpe?g|png|gif|tiff|webp).*");
    /** Where in its text a sender puts a sound or a picture, written as text. */
    private static final Pattern REFERENCE = Pattern.compile("<News(?:Component|Item)Ref\\b[^<>]{0,200}/>");

    private static final Pattern BLOCKS = Pattern.compile("(?i)<(p|div|br|ul|ol|table|h[1-6]|blockquote|body|html)\\b");
    private static final Pattern INLINE =
            Pattern.compile("(?i)</(b|i|em|strong|a|u|span|font)>|&(amp|lt|gt|nbsp|#\\d+);");

    enum Kind {
        TEXT,
        PICTURE,
        OTHER
    }

    /** What the sender calls it, wherever of several places it stands; in the order of their weight. */
    private Stream<String> words() {
        Stream<Optional<String>> said = Stream.of(
                Parts.formalName(element, "MediaType"),
                mimeType(),
                Parts.formalName(element, "Format"),
                element.parent()
                        .flatMap(p -> p.first("DescriptiveMetadata"))
                        .flatMap(m -> Parts.properties(m, "ComponentClass").findFirst()));
        return said.flatMap(Optional::stream).map(w -> w.toLowerCase(Locale.ROOT));
    }

    Kind kind() {
        Optional<String> word = words().findFirst();
        if (word.filter(w -> w.startsWith("text") || w.startsWith("complexdata"))
                .isPresent()) {
            return data().isPresent() ? Kind.TEXT : Kind.OTHER;
        }
        boolean sound = words().anyMatch(w -> w.matches("(audio|video|animation|sound).*|.*(mp3|mpeg|mp4|wav).*"));
        if (sound) {
            return Kind.OTHER;
        }
        boolean named = words().anyMatch(w -> PICTURE_WORDS.matcher(w).matches());
        boolean file = href().filter(h -> PICTURE_FILE.matcher(h).matches()).isPresent();
        if ((named || file) && (href().isPresent() || element.first("Encoding").isPresent())) {
            return Kind.PICTURE;
        }
        return href().isEmpty() && data().isPresent() ? Kind.TEXT : Kind.OTHER;
    }

    /** That of the nearest component that has one, but not of the whole item. */
    String role() {
        return element.parent().map(Parts::role).orElse("");
    }

    Optional<String> href() {
        return element.attribute("Href");
    }

    Optional<String> mimeType() {
        return Parts.formalName(element, "MimeType").map(m -> m.toLowerCase(Locale.ROOT));
    }

    Optional<String> mediaType() {
        return words().findFirst().filter(w -> w.matches("[a-z]{3,20}"));
    }

    private Optional<XmlElement> data() {
        return element.first("DataContent").or(() -> element.first("Encoding"));
    }

    Optional<WirePicture> picture() {
        Optional<String> address = href().or(
                        () -> element.first("Encoding").flatMap(Encoded::bytes).map(Embedded::address));
        Optional<XmlElement> its = element.first("Characteristics");
        return address.map(href -> WirePicture.at(href)
                .sized(
                        its.flatMap(c -> pixels(c, "Width", "PixelWidth", "SizeX")),
                        its.flatMap(c -> pixels(c, "Height", "PixelHeight", "SizeY")),
                        mimeType().filter(m -> m.startsWith("image/"))));
    }

    private static Optional<Integer> pixels(XmlElement characteristics, String... names) {
        return Stream.of(names)
                .flatMap(n -> Parts.properties(characteristics, n))
                .flatMap(v -> Prose.pixels(v).stream())
                .findFirst();
    }

    /** The text, with what a document within says of itself where nobody has said it yet. */
    void into(WireDraft draft) {
        Optional<XmlElement> nitf = data().flatMap(d -> d.elements()
                        .filter(e -> e.is("nitf") || e.is("nitf:nitf"))
                        .findFirst())
                .or(this::written);
        if (nitf.isPresent()) {
            new Nitf(nitf.get(), draft).content();
            return;
        }
        Prose prose = prose();
        draft.body(prose.html(), prose.paragraphs());
        prose.pictures().forEach(draft::picture);
    }

    /** A document of NITF as characters of this one, in a CDATA section or base64. */
    private Optional<XmlElement> written() {
        String text = text();
        if (!text.contains("<nitf") || !text.contains("body.content")) {
            return Optional.empty();
        }
        try {
            return Optional.of(XmlReader.read(new Decoded(text.strip(), "UTF-8", java.util.List.of()), XmlLimits.USUAL)
                    .root());
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    Prose prose() {
        Optional<XmlElement> data = data();
        boolean tree = element.first("Encoding").isEmpty()
                && data.filter(d -> d.elements().findAny().isPresent()).isPresent();
        if (tree) {
            XmlElement body = data.get().all("body.content").stream()
                    .findFirst()
                    .or(() -> data.get()
                            .elements()
                            .flatMap(e -> e.elements().filter(b -> b.name().endsWith("body")))
                            .findFirst())
                    .orElse(data.get());
            return Prose.ofHtml(body.inner(), Optional.empty());
        }
        return ofText(text());
    }

    private String text() {
        Optional<XmlElement> encoding = element.first("Encoding");
        if (encoding.isPresent()) {
            return Encoded.bytes(encoding.get())
                    .map(b -> Encodings.decode(b, Optional.empty()).text())
                    .orElseGet(() -> encoding.get().text());
        }
        return REFERENCE.matcher(data().map(XmlElement::text).orElse("")).replaceAll("");
    }

    /** Markup is sent under any name, and marks within a line do not part paragraphs. */
    private static Prose ofText(String text) {
        if (BLOCKS.matcher(text).find()) {
            return Prose.ofHtml(text, Optional.empty());
        }
        if (!INLINE.matcher(text).find()) {
            return Prose.ofText(text);
        }
        String blocks = text.strip().replaceAll("\\R[ \\t]*\\R\\s*|\\R[ \\t]{2,}|\\R\\t", "</p><p>");
        return Prose.ofHtml("<p>" + blocks + "</p>", Optional.empty());
    }
}
