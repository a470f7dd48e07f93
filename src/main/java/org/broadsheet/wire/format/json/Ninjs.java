package org.broadsheet.wire.format.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WireItem;
import tools.jackson.databind.JsonNode;

/** ninjs of versions 1, 2 and 3, alone or in a list, and superdesk's, which says {@code guid} where ninjs says uri. */
public final class Ninjs implements WireFormat {
    private static final Set<String> THIRD = Set.of(
            "versionCreated",
            "pubStatus",
            "copyrightNotice",
            "copyrightHolder",
            "usageTerms",
            "infoSources",
            "firstCreated",
            "contentCreated",
            "eventDetails",
            "plannedCoverage",
            "edNote",
            "altIds",
            "representationType");
    private static final Set<String> FIRST = Set.of(
            "versioncreated",
            "pubstatus",
            "copyrightnotice",
            "usageterms",
            "headline",
            "body_text",
            "body_html",
            "body_xhtml",
            "description_text",
            "byline",
            "slugline",
            "renditions",
            "associations",
            "firstcreated");

    @Override
    public String name(Content content) {
        JsonNode first = items(((Content.Json) content).root()).findFirst().orElseThrow();
        if (first.has("guid") && !first.has("uri")) {
            return "ninjs-superdesk";
        }
        String standard = first.path("standard").path("version").asString("");
        if (standard.matches("[0-9]\\.[0-9]{1,2}")) {
            return "ninjs-" + standard.charAt(0);
        }
        if (THIRD.stream().anyMatch(first::has)) {
            return "ninjs-3";
        }
        return Stream.of("headlines", "bodies", "descriptions", "infosources", "people", "places", "subjects")
                        .anyMatch(first::has)
                ? "ninjs-2"
                : "ninjs-1";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Json json && items(json.root()).anyMatch(Ninjs::isItem);
    }

    private static boolean isItem(JsonNode node) {
        boolean named = node.has("uri") || node.has("guid");
        boolean known = Stream.concat(FIRST.stream(), THIRD.stream()).anyMatch(node::has);
        return (known || (named && node.has("type"))) && !node.has("$schema") && !node.has("items");
    }

    private static Stream<JsonNode> items(JsonNode root) {
        for (String list : List.of("_items", "item")) {
            if (root.path(list).isArray()) {
                return root.path(list).values().stream().filter(JsonNode::isObject);
            }
        }
        return root.isArray() ? root.values().stream().filter(JsonNode::isObject) : Stream.of(root);
    }

    @Override
    public List<WireItem> read(Content content) {
        List<WireItem> items = new ArrayList<>();
        items(((Content.Json) content).root()).forEach(node -> {
            NinjsShape.check(node);
            if (new Fields(node).text("uri", "guid").isEmpty()) {
                throw new Unreadable("no valid ninjs: neither a uri nor a guid");
            }
            items.add(new NinjsItem(node).read().item("sha256:" + content.hash() + "#" + items.size()));
        });
        return List.copyOf(items);
    }
}
