package org.broadsheet.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.format.Foreign;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.format.Outcome.Accepted;
import org.broadsheet.wire.format.Outcome.Refused;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.feed.SyndicationFeed;
import org.broadsheet.wire.format.g2.NewsMlG2;
import org.broadsheet.wire.format.g2.NitfFormat;
import org.broadsheet.wire.format.json.JsonFeed;
import org.broadsheet.wire.format.json.JsonReader;
import org.broadsheet.wire.format.json.Ninjs;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlDocument;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlReader;

/** Every format this paper reads, and the way from bytes to items. It answers for any bytes; it never throws. */
public final class Formats {
    private static final List<WireFormat> ALL =
            List.of(new NewsMlG2(), new Ninjs(), new SyndicationFeed(), new JsonFeed(), new NitfFormat());

    private Formats() {}

    public static Outcome read(byte[] bytes) {
        return read(bytes, Transport.NONE);
    }

    public static Outcome read(byte[] bytes, Transport transport) {
        Optional<Refused> foreign = Foreign.refuse(bytes);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        try {
            return JsonReader.looksLikeJson(bytes) ? json(bytes, transport) : xml(bytes, transport);
        } catch (Unreadable e) {
            return new Refused(e.reason(), Optional.empty());
        }
    }

    private static Outcome json(byte[] bytes, Transport transport) {
        Content content = new Content.Json(JsonReader.read(bytes), hash(bytes), transport);
        return read(
                content,
                List.of(),
                () -> new Refused(
                        "JSON, but neither ninjs (no uri or guid, no headline or body) nor a JSON Feed",
                        Optional.empty()));
    }

    private static Outcome xml(byte[] bytes, Transport transport) {
        XmlDocument document = XmlReader.read(bytes, transport.charset(), XmlLimits.USUAL);
        Content content = new Content.Xml(document, hash(bytes), transport);
        return read(content, document.repairs(), () -> Foreign.refuse(document));
    }

    private static Outcome read(Content content, List<String> repairs, java.util.function.Supplier<Refused> otherwise) {
        for (WireFormat format : ALL) {
            if (format.claims(content)) {
                String name = format.name(content);
                try {
                    return new Accepted(name, format.read(content), repairs);
                } catch (Unreadable e) {
                    return new Refused(e.reason(), Optional.of(name));
                }
            }
        }
        return otherwise.get();
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
