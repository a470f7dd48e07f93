package org.broadsheet.base.asset;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the scripts into one module, each file in a block of its own so that its names stay its own. They import nothing,
 * which is what makes joining them this simple; their comments and their indentation stay behind.
 */
final class Scripts {
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(//.*|/\\*(?s:.*?)\\*/)[ \\t]*\\R");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+|[ \\t]+$");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\R{2,}");

    private Scripts() {}

    static String bundle(Map<String, String> files) {
        StringBuilder all = new StringBuilder();
        files.values().forEach(text -> all.append("{\n").append(tight(text)).append("}\n"));
        return all.toString();
    }

    static String tight(String script) {
        String bare = COMMENT.matcher(script).replaceAll("");
        return EMPTY_LINES
                .matcher(INDENT.matcher(bare).replaceAll(""))
                .replaceAll("\n")
                .stripLeading();
    }

    /** Puts the addresses of files, and a name for this release of them, where the service worker asks for them. */
    static String fill(String worker, Map<String, String> addresses) {
        String release =
                Asset.of("release.txt", new TreeMap<>(addresses).toString()).hash();
        return PLACE.matcher(tight(worker)).replaceAll(place -> {
            String address = place.group(1).equals("release") ? release : addresses.get(place.group(1));
            if (address == null) {
                throw new IllegalStateException("the service worker names " + place.group(1) + ", which is not there");
            }
            return Matcher.quoteReplacement(address);
        });
    }
}
