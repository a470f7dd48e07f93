package org.broadsheet.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.format.Embedded;
import org.broadsheet.wire.format.Foreign;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.format.Outcome.Accepted;
import org.broadsheet.wire.format.Outcome.Refused;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.feed.SyndicationFeed;
import org.broadsheet.wire.format.g2.NewsMlG2;
import org.broadsheet.wire.format.iptc7901.Iptc7901;
import org.broadsheet.wire.format.json.JsonFeed;
import org.broadsheet.wire.format.json.JsonReader;
import org.broadsheet.wire.format.json.Ninjs;
import org.broadsheet.wire.format.mail.MailFormat;
import org.broadsheet.wire.format.newsml.NewsMl1;
import org.broadsheet.wire.format.nitf.NitfFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlDocument;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlReader;

/** Every format this paper reads, and the way from bytes to items. It answers for any bytes; it never throws. */
public final class Formats {
    /** Bytes of a mail; what is none may have {@link XmlLimits#USUAL} of them. */
    public static final int LARGEST = 25 * 1024 * 1024;

    /** What an enclosed file may be: no mail, for a mail's own parts are taken apart with it. */
    private static final List<WireFormat> ENCLOSED = List.of(
            new NewsMlG2(),
            new Ninjs(),
            new SyndicationFeed(),
            new JsonFeed(),
            new NitfFormat(),
            new NewsMl1(),
            new Iptc7901());

    private static final MailFormat MAIL = new MailFormat(Formats::enclosed);

    private Formats() {}

    public static Outcome read(byte[] bytes) {
        return read(bytes, Transport.NONE);
    }

    public static Outcome read(byte[] bytes, Transport transport) {
        Content.Octets octets = new Content.Octets(bytes, hash(bytes), transport);
        return MAIL.claims(octets) ? read(MAIL, octets, List.of()) : others(octets);
    }

    private static Outcome enclosed(byte[] bytes) {
        return others(new Content.Octets(bytes, hash(bytes), Transport.NONE));
    }

    private static Outcome others(Content.Octets octets) {
        Optional<Refused> foreign = Foreign.refuse(octets.bytes());
        if (foreign.isPresent()) {
            return foreign.get();
        }
        try {
            Optional<WireFormat> direct = format(octets);
            return direct.isPresent() ? read(direct.get(), octets, List.of()) : parsed(octets);
        } catch (Unreadable e) {
            return new Refused(e.reason(), Optional.empty());
        }
    }

    private static Outcome parsed(Content.Octets octets) {
        byte[] bytes = octets.bytes();
        Transport transport = octets.transport();
        if (JsonReader.looksLikeJson(bytes)) {
            Content content = new Content.Json(JsonReader.read(bytes), octets.hash(), transport);
            return format(content)
                    .map(f -> read(f, content, List.of()))
                    .orElseGet(() -> new Refused(
                            "JSON, but neither ninjs (no uri or guid, no headline or body) nor a JSON Feed",
                            Optional.empty()));
        }
        XmlDocument document = XmlReader.read(bytes, transport.charset(), XmlLimits.USUAL);
        Content content = new Content.Xml(document, octets.hash(), transport);
        return format(content).map(f -> read(f, content, document.repairs())).orElseGet(() -> Foreign.refuse(document));
    }

    private static Optional<WireFormat> format(Content content) {
        return ENCLOSED.stream().filter(f -> f.claims(content)).findFirst();
    }

    private static Outcome read(WireFormat format, Content content, List<String> repairs) {
        String name = format.name(content);
        try {
            return new Accepted(name, format.read(content), repairs);
        } catch (Unreadable e) {
            return new Refused(e.reason(), Optional.of(name));
        }
    }

    /**
     * The bytes of a picture that stands in a document itself, by the address that the item gives it: {@code cid:…},
     * {@code sha256:…}, or the name of a file in the same mail.
     */
    public static Optional<byte[]> picture(byte[] document, String href) {
        Content octets = new Content.Octets(document, hash(document), Transport.NONE);
        try {
            if (MAIL.claims(octets)) {
                return picture(MAIL, octets, href);
            }
            if (Foreign.refuse(document).isPresent() || JsonReader.looksLikeJson(document)) {
                return Optional.empty();
            }
            Content xml = new Content.Xml(
                    XmlReader.read(document, Optional.empty(), XmlLimits.USUAL), hash(document), Transport.NONE);
            return format(xml).flatMap(f -> picture(f, xml, href));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> picture(WireFormat format, Content content, String href) {
        return format.embedded(content)
                .filter(e -> e.addresses().contains(href))
                .map(Embedded::bytes)
                .findFirst();
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
