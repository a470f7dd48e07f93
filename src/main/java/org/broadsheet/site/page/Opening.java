package org.broadsheet.site.page;

import java.util.Locale;
import org.broadsheet.base.html.SafeHtml;
import org.jsoup.parser.Parser;

/** How a story's text begins, which decides whether its first letter is drawn large. */
public enum Opening {
    LETTER,
    /** A quotation mark and a letter: both are drawn. */
    QUOTED_LETTER,
    /** A figure, a sign, a heading or nothing: no initial. */
    PLAIN;

    private static final String QUOTES = "\"'“‘„‚«‹";
    /** A paragraph shorter than this would leave a hole under three lines of initial. */
    private static final int SHORTEST = 170;

    private static final int LOOKED_AT = 4_000;

    /** Of a tag; inside one, what its end or the end of a quoted value is. */
    private static final char OUTSIDE = 0;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Opening of(SafeHtml text) {
        String words = firstParagraph(text.html().stripLeading());
        if (words.length() < SHORTEST) {
            return PLAIN;
        }
        boolean quoted = QUOTES.indexOf(words.charAt(0)) >= 0;
        int letter = words.codePointAt(quoted ? 1 : 0);
        // Scripts without capitals (Arabic, Chinese, …) have no tradition of initials, and joined letters would break.
        if (!Character.isUpperCase(letter)) {
            return PLAIN;
        }
        return quoted ? QUOTED_LETTER : LETTER;
    }

    /** Its words; nothing where the text begins with something else. Markup that was made safe is well-formed. */
    private static String firstParagraph(String html) {
        int end = Math.min(html.indexOf("</p>"), LOOKED_AT);
        if (end < 0 || !(html.startsWith("<p>") || html.startsWith("<p "))) {
            return "";
        }
        StringBuilder words = new StringBuilder(end);
        char inside = OUTSIDE;
        for (int i = 0; i < end; i++) {
            char at = html.charAt(i);
            if (inside == OUTSIDE && at != '<') {
                words.append(at);
            } else if (inside == OUTSIDE) {
                inside = '>';
            } else if (at == inside) {
                inside = inside == '>' ? OUTSIDE : '>';
            } else if (inside == '>' && (at == '"' || at == '\'')) {
                inside = at;
            }
        }
        String text = words.toString();
        return (text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false)).strip();
    }
}
