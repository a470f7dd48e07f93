package org.broadsheet.wire.format.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is put right in a sender's HTML before a parser that reads as browsers do gets it, because a browser would lose
 * text that people should see. It makes nothing safe: cleaning comes after.
 */
final class Tidy {
    /** Senders write {@code <iframe/>} as in XML, and a browser would swallow all that follows. */
    private static final Pattern EMBEDS =
            Pattern.compile("(?i)</?(iframe|object|embed|applet|noscript|noembed|noframes)\\b[^<>]*>");

    private static final List<String> EMBED_BEGINNINGS = List.of("ifr", "obj", "emb", "app", "nos", "noe", "nof");

    /** CDATA within CDATA, as some programs make. */
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
    /** What looks like a declaration and is none. */
    private static final Pattern NO_DECLARATION = Pattern.compile("<!(?!--|(?i:DOCTYPE)\\s+\\w)");

    private Tidy() {}

    static String markup(String html) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        String parted = mayEmbed(html) ? EMBEDS.matcher(html).replaceAll(" ") : html;
        if (parted.indexOf("<!") < 0 && parted.indexOf("]]>") < 0) {
            return parted;
        }
        String plain = CDATA.matcher(parted).replaceAll("");
        return comments(NO_DECLARATION.matcher(plain).replaceAll("&lt;!"));
    }

    /** False where no tag begins like one of those: nearly always, and many times quicker found out so. */
    private static boolean mayEmbed(String html) {
        for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', tag + 1)) {
            int name = html.startsWith("/", tag + 1) ? tag + 2 : tag + 1;
            for (String beginning : EMBED_BEGINNINGS) {
                if (html.regionMatches(true, name, beginning, 0, beginning.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A comment that never ends loses its first words, not the rest of the text. */
    private static String comments(String html) {
        int last = html.lastIndexOf("<!--");
        if (last < 0 || html.indexOf("-->", last) >= 0) {
            return html;
        }
        int from = html.lastIndexOf("-->", last);
        int open = html.indexOf("<!--", Math.max(from, 0));
        int end = html.indexOf('>', open);
        return html.substring(0, open) + (end < 0 ? "" : html.substring(end + 1));
    }
}
