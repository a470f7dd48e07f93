package org.broadsheet.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireSubject;
import org.broadsheet.wire.item.WireTime;
import tools.jackson.databind.json.JsonMapper;

/** Items and outcomes as JSON, as docs/wire-read.md describes it: every field always there, absent ones null. */
final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WireJson() {}

    /** How much is told of an item. */
    enum Telling {
        FIELDS,
        /** And where in the document each field stands. */
        ORIGINS
    }

    static String line(String file, Outcome outcome, Telling telling) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        switch (outcome) {
            case Outcome.Accepted a -> {
                line.put("outcome", "accepted");
                line.put("reason", null);
                line.put("format", a.format());
                line.put("items", a.items().stream().map(i -> item(i, telling)).toList());
                line.put("repairs", a.repairs());
            }
            case Outcome.Refused r -> {
                line.put("outcome", "refused");
                line.put("reason", r.reason());
                line.put("format", r.format().orElse(null));
                line.put("items", List.of());
                line.put("repairs", List.of());
            }
        }
        return MAPPER.writeValueAsString(line);
    }

    private static Map<String, Object> item(WireItem item, Telling telling) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("guid", item.identifier());
        put(out, "version", item.version());
        put(out, "headline", item.headline());
        put(out, "language", item.language());
        out.put("status", item.status().word());
        put(out, "embargo", item.embargo().map(WireTime::iso));
        put(out, "published", item.published().map(WireTime::iso));
        put(out, "updated", item.updated().map(WireTime::iso));
        put(out, "urgency", item.urgency());
        put(out, "byline", item.byline());
        put(out, "dateline", item.dateline());
        put(out, "credit", item.credit());
        out.put("paragraphs", item.paragraphs());
        out.put("pictures", item.pictures().stream().map(WireJson::picture).toList());
        out.put("series", item.guid());
        put(out, "kind", item.kind());
        put(out, "provider", item.provider());
        put(out, "title", item.title());
        put(out, "slugline", item.slugline());
        put(out, "standfirst", item.standfirst());
        put(out, "location", item.location());
        out.put("body", item.body().html());
        out.put("subjects", item.subjects().stream().map(WireJson::subject).toList());
        out.put("keywords", item.keywords());
        out.put("links", item.links().stream().map(WireJson::link).toList());
        put(out, "usageTerms", item.usageTerms());
        put(out, "copyright", item.copyright());
        put(out, "editorialNote", item.editorialNote());
        out.put("unmapped", new TreeMap<>(item.unmapped()));
        if (telling == Telling.ORIGINS) {
            out.put("origins", origins(item));
        }
        return out;
    }

    /** Under the names that the line uses. */
    private static Map<String, String> origins(WireItem item) {
        Map<String, String> out = new TreeMap<>(item.origins());
        String stated = out.remove("stated");
        String series = out.getOrDefault("guid", "");
        out.put("series", series);
        out.put("guid", stated == null ? series : stated);
        return out;
    }

    private static Map<String, Object> picture(WirePicture picture) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("href", picture.href());
        put(out, "caption", picture.caption());
        put(out, "credit", picture.credit());
        put(out, "alternative", picture.alternative());
        put(out, "rights", picture.rights());
        put(out, "width", picture.width());
        put(out, "height", picture.height());
        put(out, "mimeType", picture.mimeType());
        return out;
    }

    private static Map<String, Object> subject(WireSubject subject) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("code", subject.code().isEmpty() ? null : subject.code());
        put(out, "name", subject.name());
        out.put("kind", subject.kind());
        return out;
    }

    private static Map<String, Object> link(WireLink link) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("relation", link.relation());
        out.put("href", link.href());
        put(out, "title", link.title());
        put(out, "mimeType", link.mimeType());
        return out;
    }

    private static void put(Map<String, Object> out, String name, Optional<?> value) {
        out.put(name, value.orElse(null));
    }
}
