package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.text.Base64Octets;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.XmlElement;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** Which kind of text stands in an element: what its type and mode say, and for RSS, which says nothing, a look at it. */
final class FeedTexts {
    static final String PLAIN = "text/plain";
    static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";
    private static final Pattern CLOSING_OR_ENTITY = Pattern.compile("</\\w+>|&#?\\w+;|<br\\s*/?>|<\\w+[^<>]*/>");
    private static final Pattern ANY_TAG = Pattern.compile("</?(\\w[\\w:-]*)");
    private static final Pattern ANY_ENTITY = Pattern.compile("&(\\w+);");
    private static final Set<String> MODES = Set.of("base64", "escaped", "xml");

    private final boolean atom;
    private final Optional<URI> document;
    private final Optional<String> language;

    FeedTexts(boolean atom, Optional<URI> document, Optional<String> language) {
        this.atom = atom;
        this.document = document;
        this.language = language;
    }

    /** @param usual the type of such an element when it names none */
    FeedText of(XmlElement e, String usual) {
        String type = type(e, usual);
        Optional<URI> base = Bases.of(e, document);
        Optional<String> src = e.attribute("src").flatMap(s -> Addresses.resolve(base, s));
        String value = value(e, type);
        if (type.equals(PLAIN) && !atom && looksLikeHtml(value)) {
            type = HTML;
        }
        return new FeedText(type, language(e), base, src, value.strip());
    }

    /** An empty xml:lang takes back what was said around it. */
    Optional<String> language(XmlElement e) {
        Optional<String> said = e.inherited("xml:lang");
        return said.isPresent() ? said.filter(s -> !s.isEmpty()).flatMap(Languages::tag) : language;
    }

    private String type(XmlElement e, String usual) {
        String type = e.attribute("type").orElse(usual).toLowerCase(Locale.ROOT);
        boolean inner = e.elements().findAny().isPresent();
        return switch (type) {
            case "text", "plain" -> PLAIN;
            case "html" -> HTML;
            case "xhtml" -> XHTML;
            case PLAIN -> inner && !e.attribute("type").isPresent() ? XHTML : PLAIN;
            default -> type;
        };
    }

    private String value(XmlElement e, String type) {
        Optional<XmlElement> wrapper = e.elements()
                .filter(c -> c.is("xhtml:div") || c.is("div"))
                .findFirst()
                .filter(d -> e.elements().count() == 1 && e.line().equals(d.line()));
        if (e.elements().findAny().isPresent()) {
            boolean unwrap = e.attribute("type").filter("xhtml"::equals).isPresent();
            return wrapper.filter(w -> unwrap).orElse(e).inner();
        }
        if (isBase64(e, type)) {
            return decoded(e.text());
        }
        boolean literal = e.attribute("mode").filter("xml"::equals).isPresent() && type.contains("html");
        return literal ? Entities.escape(e.text()) : e.text();
    }

    /** Atom 1.0, 4.1.3.3: what is neither text nor XML is base64. Senders who mean HTML by another word are taken so. */
    private boolean isBase64(XmlElement e, String type) {
        Optional<String> mode = e.attribute("mode").filter(MODES::contains);
        if (mode.isPresent()) {
            return mode.get().equals("base64");
        }
        boolean text =
                type.startsWith("text/") || type.endsWith("xml") || type.contains("html") || type.endsWith("json");
        return atom && !text && type.contains("/");
    }

    private static String decoded(String text) {
        String letters = text.replaceAll("\\s+", "");
        if (!letters.matches("[A-Za-z0-9+/]*={0,2}") || letters.length() % 4 == 1) {
            return text;
        }
        return Encodings.decode(Base64Octets.decode(letters), Optional.empty()).text();
    }

    /** Markup or an entity in it, and nothing that is neither: a stray "a < b" stays plain. */
    static boolean looksLikeHtml(String text) {
        if (!CLOSING_OR_ENTITY.matcher(text).find()) {
            return false;
        }
        Matcher tags = ANY_TAG.matcher(text);
        while (tags.find()) {
            if (!Tag.isKnownTag(tags.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        Matcher entities = ANY_ENTITY.matcher(text);
        while (entities.find()) {
            if (!Entities.isNamedEntity(entities.group(1))) {
                return false;
            }
        }
        return true;
    }
}
