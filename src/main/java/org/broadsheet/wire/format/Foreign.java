package org.broadsheet.wire.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.wire.format.Outcome.Refused;
import org.broadsheet.wire.format.xml.XmlDocument;
import org.broadsheet.wire.format.xml.XmlLimits;

/** What comes by mistake: refused by its right name. */
public final class Foreign {
    private static final int HEAD = 512;

    private Foreign() {}

    /** Looks at the size and the first bytes only. */
    public static Optional<Refused> refuse(byte[] bytes) {
        if (bytes.length == 0) {
            return reason("empty", null);
        }
        if (bytes.length > XmlLimits.USUAL.characters()) {
            return reason("larger than " + XmlLimits.USUAL.characters() / (1024 * 1024) + " MB", null);
        }
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        String binary = binary(head);
        if (!binary.isEmpty()) {
            return reason(binary + ", not a news item", null);
        }
        return Optional.empty();
    }

    private static String binary(String head) {
        if (head.startsWith("PK\u0003\u0004")) {
            return "a ZIP archive";
        }
        if (head.startsWith("\u001f\u008b")) {
            return "a gzip archive";
        }
        if (head.startsWith("%PDF-")) {
            return "a PDF";
        }
        boolean picture = head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || head.startsWith("RIFF");
        return picture ? "a picture" : "";
    }

    /** XML that no format claims. */
    public static Refused refuse(XmlDocument document) {
        String root = document.root().name();
        return switch (root.toLowerCase(Locale.ROOT)) {
            case "contentset", "contentmeta", "itemmeta", "inlinexml", "itemset" ->
                new Refused("a fragment of NewsML-G2 (<" + root + ">), not an item", Optional.of("newsml-g2"));
            case "html", "xhtml:html" -> new Refused("a web page, not a feed", Optional.of("html"));
            case "opml" -> new Refused("a list of feeds (OPML), not a feed", Optional.of("opml"));
            case "xs:schema", "xsd:schema", "schema" -> new Refused("an XML schema, not a news item", Optional.empty());
            default ->
                new Refused("XML, but <" + shortened(root) + "> is the root of no news format", Optional.empty());
        };
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static Optional<Refused> reason(String text, @org.jspecify.annotations.Nullable String format) {
        return Optional.of(new Refused(text, Optional.ofNullable(format)));
    }
}
