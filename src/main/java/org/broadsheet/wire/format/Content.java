package org.broadsheet.wire.format;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.wire.format.xml.XmlDocument;
import tools.jackson.databind.JsonNode;

/** A document taken apart, but not understood yet. */
public sealed interface Content {
    /** SHA-256 of the bytes in hexadecimal; an item without an identifier is named after it. */
    String hash();

    /** What the transport said beside the bytes. */
    Transport transport();

    record Xml(XmlDocument document, String hash, Transport transport) implements Content {}

    record Json(JsonNode root, String hash, Transport transport) implements Content {}

    /** What is neither, and comes as octets: teletype and mail. */
    record Octets(byte[] bytes, String hash, Transport transport) implements Content {}

    /** What an HTTP answer says beside its body; all of it may be missing. */
    record Transport(Optional<String> charset, Optional<String> language, Optional<URI> location) {
        public static final Transport NONE = new Transport(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
