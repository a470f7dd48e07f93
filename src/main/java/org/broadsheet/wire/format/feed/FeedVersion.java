package org.broadsheet.wire.format.feed;

import java.util.Locale;
import org.broadsheet.wire.format.xml.XmlElement;

/** Which dialect a feed says it is. */
final class FeedVersion {
    private FeedVersion() {}

    static String of(XmlElement root) {
        return switch (root.name().toLowerCase(Locale.ROOT)) {
            case "rss" -> root.attribute("version").map(v -> "rss-" + known(v)).orElse("rss");
            case "rdf:rdf" -> rdf(root);
            case "feed", "entry" -> atom(root);
            default -> "cdf";
        };
    }

    private static String known(String version) {
        return version.matches("[0-9.]{1,8}") ? version : "2.0";
    }

    private static String rdf(XmlElement root) {
        boolean early = root.attribute("xmlns").filter(x -> x.contains("/0.9/")).isPresent()
                || root.elements().anyMatch(e -> e.namespace().contains("/0.9/"));
        return early
                ? "rss-0.90"
                : root.elements().anyMatch(e -> e.namespace().contains("rss1.1#")) ? "rss-1.1" : "rss-1.0";
    }

    private static String atom(XmlElement root) {
        boolean old = root.namespace().equals("http://purl.org/atom/ns#")
                || root.attribute("version").filter(v -> v.startsWith("0")).isPresent();
        return old ? "atom-0.3" : "atom-1.0";
    }
}
