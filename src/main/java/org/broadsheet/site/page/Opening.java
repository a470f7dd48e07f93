package org.broadsheet.site.page;

import java.util.Locale;
import org.broadsheet.base.html.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

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

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Opening of(SafeHtml text) {
        String start = text.html().substring(0, Math.min(LOOKED_AT, text.html().length()));
        Element first = Jsoup.parseBodyFragment(start).body().firstElementChild();
        if (first == null || !first.normalName().equals("p") || first.text().length() < SHORTEST) {
            return PLAIN;
        }
        String words = first.text();
        boolean quoted = QUOTES.indexOf(words.charAt(0)) >= 0;
        int letter = words.codePointAt(quoted ? 1 : 0);
        // Scripts without capitals (Arabic, Chinese, …) have no tradition of initials, and joined letters would break.
        if (!Character.isUpperCase(letter)) {
            return PLAIN;
        }
        return quoted ? QUOTED_LETTER : LETTER;
    }
}
