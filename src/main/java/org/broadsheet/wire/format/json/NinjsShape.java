package org.broadsheet.wire.format.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.wire.format.xml.Unreadable;
import tools.jackson.databind.JsonNode;

/**
 * What kind of value each field of ninjs 1 to 3 may hold. A known field that holds something else makes a document that
 * could be misread, so it is refused by name; fields that no version knows are kept and let be, for agencies add theirs.
 */
final class NinjsShape {
    private static final Set<String> TEXTS = Set.of(
            "uri",
            "guid",
            "type",
            "mimetype",
            "mimeType",
            "profile",
            "versioncreated",
            "versionCreated",
            "firstcreated",
            "firstCreated",
            "contentcreated",
            "contentCreated",
            "embargoed",
            "pubstatus",
            "pubStatus",
            "copyrightholder",
            "copyrightHolder",
            "copyrightnotice",
            "copyrightNotice",
            "usageterms",
            "usageTerms",
            "ednote",
            "edNote",
            "language",
            "title",
            "byline",
            "by",
            "headline",
            "slugline",
            "located",
            "description_text",
            "description_html",
            "description_xhtml",
            "body_text",
            "body_html",
            "body_xhtml",
            "representationtype");
    private static final Set<String> LISTS = Set.of(
            "headlines",
            "bodies",
            "descriptions",
            "people",
            "organisations",
            "places",
            "subjects",
            "events",
            "objects",
            "infoSources",
            "altIds",
            "genres",
            "person",
            "organisation",
            "place",
            "subject",
            "event",
            "object");
    private static final Set<String> GROUPS = Set.of("renditions", "associations");
    private static final Map<String, Set<String>> PARTS = Map.of(
            "headlines", Set.of("role", "value", "contentType", "contenttype"),
            "bodies", Set.of("role", "value", "contentType", "contenttype"),
            "descriptions", Set.of("role", "value", "contentType", "contenttype"));
    private static final Set<String> CONCEPT = Set.of("name", "rel", "scheme", "code", "uri");

    private NinjsShape() {}

    /** Throws with the field's name, what it holds and what was expected. */
    static void check(JsonNode item) {
        item.properties().forEach(field -> check(field.getKey(), field.getValue()));
    }

    private static void check(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (TEXTS.contains(name)) {
            expect(name, value, value.isString(), "text");
        } else if (LISTS.contains(name)) {
            expect(name, value, value.isArray() || listsOne(name, value), "a list");
            for (JsonNode part : value.isArray() ? value.values() : List.of(value)) {
                expect(name, part, part.isObject(), "a list of objects");
                parts(name, part);
            }
        } else if (GROUPS.contains(name)) {
            expect(name, value, value.isObject() || value.isArray(), "an object or a list");
        }
    }

    /** Event timelines are sent with one concept where a list belongs. */
    private static boolean listsOne(String name, JsonNode value) {
        return value.isObject() && !PARTS.containsKey(name);
    }

    private static void parts(String list, JsonNode part) {
        for (String name : PARTS.getOrDefault(list, CONCEPT)) {
            JsonNode value = part.path(name);
            expect(list + "." + name, value, value.isMissingNode() || value.isNull() || value.isString(), "text");
        }
    }

    private static void expect(String name, JsonNode value, boolean fits, String expected) {
        if (!fits) {
            throw new Unreadable("no valid ninjs: " + name + " holds " + kind(value) + "; expected " + expected);
        }
    }

    private static String kind(JsonNode value) {
        if (value.isString()) {
            return "text";
        }
        return value.isNumber()
                ? "a number"
                : value.isArray() ? "a list" : value.isObject() ? "an object" : value.toString();
    }
}
