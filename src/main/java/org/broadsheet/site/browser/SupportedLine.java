package org.broadsheet.site.browser;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The oldest versions that the paper is drawn for; docs/browsers.md says why these. What they have in common is native
 * nesting in style sheets.
 */
public final class SupportedLine {
    static final int CHROMIUM = 112;
    static final int FIREFOX = 117;
    static final int SAFARI = 17;

    private static final Map<String, Integer> NAMED =
            new TreeMap<>(Map.of("Chrome", CHROMIUM, "Edge", CHROMIUM, "Firefox", FIREFOX, "Safari", SAFARI));

    private SupportedLine() {}

    /** For readers: {@code Chrome 112, Edge 112, …}. */
    public static String words() {
        return NAMED.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
