package org.broadsheet.paywall.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * What was sent, read in every way in which words may stand in it: as it is (attributes, scripts, comments), with its
 * tags left out (text that mark-up runs through), and both again after what was escaped for HTML, XML, JSON or an address is
 * itself, up to three times over, as in a feed that carries escaped HTML in an attribute.
 */
public final class Readings {
    private static final int DEPTH = 3;

    /** What only delimits text that stands in the source: a comment, a CDATA section. */
    private static final Pattern DELIMITERS = Pattern.compile("<!--|-->|<!\\[CDATA\\[|\\]\\]>");

    /** Quotes may hold what ends a tag; where they do not match, the first bracket ends it. */
    private static final Pattern TAG = Pattern.compile("<[/!?]?([A-Za-z][A-Za-z0-9:-]{0,30})"
            + "(?:(?>[^<>\"']++|\"[^\"]{0,5000}+\"|'[^']{0,5000}+')*+>|[^<>]*+>)");

    /** These run through words: the initial capital in a {@code span}, a {@code wbr}. */
    private static final Set<String> WITHIN_LINES = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "u", "wbr");

    private static final Pattern JSON = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"'/\\\\bfnrt]))");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

    private Readings() {}

    public static List<String> of(String sent) {
        Set<String> readings = new LinkedHashSet<>();
        String text = sent;
        for (int depth = 0; depth <= DEPTH; depth++) {
            readings.add(text);
            if (text.indexOf('<') >= 0) {
                readings.add(withoutTags(text));
            }
            String next = decoded(text);
            if (next.equals(text)) {
                break;
            }
            text = next;
        }
        return List.copyOf(readings);
    }

    /** Mark-up of the paper's own as readers see it: no tags, nothing escaped. */
    public static String shown(String html) {
        return Parser.unescapeEntities(withoutTags(html), false);
    }

    private static String withoutTags(String text) {
        return TAG.matcher(DELIMITERS.matcher(text).replaceAll(" "))
                .replaceAll(tag -> WITHIN_LINES.contains(tag.group(1).toLowerCase(Locale.ROOT)) ? "" : " ");
    }

    private static String decoded(String text) {
        String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        plain = plain.indexOf('\\') < 0 ? plain : JSON.matcher(plain).replaceAll(Readings::character);
        return plain.indexOf('%') < 0 ? plain : PERCENT.matcher(plain).replaceAll(Readings::bytes);
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) != null) {
            return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
        }
        return switch (escape.group(2).charAt(0)) {
            case 'b', 'f', 'n', 'r', 't' -> " ";
            default -> Matcher.quoteReplacement(escape.group(2));
        };
    }

    private static String bytes(MatchResult escapes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String hex : escapes.group().substring(1).split("%")) {
            bytes.write(Integer.parseInt(hex, 16));
        }
        return Matcher.quoteReplacement(bytes.toString(StandardCharsets.UTF_8));
    }
}
