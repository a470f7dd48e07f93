package org.broadsheet.wire.take;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.base.Language;
import org.broadsheet.story.Reach;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;

/** An agency that sends ninjs to a test's paper. */
public record SentCopy(Wire wire, Instant first) {
    public static final WireStories.Place PLACE =
            new WireStories.Place("world", List.of(), Reach.EVERYONE, Language.ENGLISH);
    public static final String SOURCE = "agency";

    /** Sends a version, a minute after the one with the number before; the answer is the number of what is kept. */
    public long send(String guid, int version, String headline, String... paragraphs) {
        return send(guid, version, headline, Status.USABLE, paragraphs);
    }

    public enum Status {
        USABLE,
        WITHHELD,
        CANCELED;

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public long send(String guid, int version, String headline, Status status, String... paragraphs) {
        put(guid, version, headline, "\"pubstatus\":\"" + status.word() + "\"", paragraphs);
        return newest(guid);
    }

    /** @param more further members of the object */
    public void put(String guid, int version, String headline, String more, String... paragraphs) {
        String body = Stream.of(paragraphs).map(each -> "<p>" + each + "</p>").collect(Collectors.joining());
        String json =
                "{\"uri\":\"%s\",\"version\":\"%d\",\"headline\":\"%s\",\"source\":\"An agency\",%s,\"body_html\":\"%s\"}"
                        .formatted(guid, version, headline, more, body);
        wire.keep(List.of(
                new Wire.Arrival(SOURCE, json.getBytes(StandardCharsets.UTF_8), first.plusSeconds(60L * version))));
        wire.readKept(100);
    }

    public long newest(String guid) {
        return wire.history(SOURCE, guid).stream()
                .mapToLong(Wire.Kept::id)
                .max()
                .orElseThrow();
    }
}
