package org.broadsheet.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.item.WireItem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Items as the database keeps them: JSON without the one character that PostgreSQL cannot hold. */
final class WireKeeping {
    /** Map entries in order, so that the same item always has the same hash. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(String.class, new Storable())
                    .addSerializer(StoryHtml.class, new BodyOut())
                    .addDeserializer(StoryHtml.class, new BodyIn()))
            .addMixIn(WireItem.class, Slim.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int LONGEST_SAID = 60;
    private static final int LONGEST_ADDRESS = 2_000;

    private WireKeeping() {}

    /** A line of wire.raw but for its bytes. */
    record Raw(
            String source,
            String sha256,
            Instant arrived,
            Optional<String> charset,
            Optional<String> language,
            Optional<String> location) {}

    static Raw raw(String source, String sha256, Instant arrived, Transport transport) {
        return new Raw(
                source,
                sha256,
                arrived,
                transport.charset().map(text -> storable(text, LONGEST_SAID)),
                transport.language().map(text -> storable(text, LONGEST_SAID)),
                transport.location().map(URI::toString).map(text -> storable(text, LONGEST_ADDRESS)));
    }

    /** What a line of wire.raw is told when it has been read. */
    record Answer(long raw, String outcome, Optional<String> reason, Optional<String> format) {}

    /** A line of wire.item but for its content. */
    record Row(
            long raw,
            String source,
            String guid,
            String version,
            String sha256,
            Instant arrived,
            String status,
            Optional<Instant> embargo) {
        WireSql.Name name() {
            return new WireSql.Name(source, guid, version, sha256);
        }
    }

    /** Many lines as one parameter: a question for each would cost more than what it asks. */
    static String rows(List<? extends Record> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    static String object(Record row) {
        return MAPPER.writeValueAsString(row);
    }

    static String write(WireItem item) {
        return MAPPER.writeValueAsString(item);
    }

    static WireItem read(String content) {
        return MAPPER.readValue(content, WireItem.class);
    }

    static String hash(String content) {
        return Formats.hash(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Text for a column: a longer one is known by its hash from then on. */
    static String storable(String text, int longest) {
        String kept = clean(text);
        return kept.codePointCount(0, kept.length()) <= longest
                ? kept
                : hash(kept).substring(0, Math.min(64, longest));
    }

    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }

    /** What is not kept: what most items do not have, and what the document kept beside it says again when asked. */
    interface Slim {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> stated();

        @JsonIgnore
        Map<String, String> origins();
    }

    private static final class Storable extends ValueSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator out, SerializationContext context) {
            out.writeString(clean(value));
        }
    }

    private static final class BodyOut extends ValueSerializer<StoryHtml> {
        @Override
        public void serialize(StoryHtml value, JsonGenerator out, SerializationContext context) {
            out.writeString(clean(value.html()));
        }
    }

    private static final class BodyIn extends ValueDeserializer<StoryHtml> {
        @Override
        public StoryHtml deserialize(JsonParser in, DeserializationContext context) {
            return StoryHtml.kept(in.getString());
        }
    }
}
