package org.broadsheet.wire.format.json;

import java.util.Optional;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON within limits, and what senders often get wrong in it: byte order marks, trailing commas, raw newlines. */
public final class JsonReader {
    private static final int DEPTH = 100;
    private static final int TEXT = 8 * 1024 * 1024;
    private static final int NAME = 1_000;
    private static final int FIGURES = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .maxNameLength(NAME)
                            .maxNumberLength(FIGURES)
                            .build())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonReader() {}

    /** Whether the first character that is no space opens an object or an array. */
    public static boolean looksLikeJson(byte[] bytes) {
        for (byte b : bytes) {
            int c = b & 0xff;
            boolean skipped = c <= ' ' || c == 0xef || c == 0xbb || c == 0xbf || c == 0xfe || c == 0xff;
            if (!skipped) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    public static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(Encodings.decode(bytes, Optional.empty()).text());
        } catch (JacksonException e) {
            throw new Unreadable("no readable JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("") + place(e));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}
