package org.broadsheet.site.assembly;

import org.broadsheet.site.page.Variant;
import org.broadsheet.site.page.Variant.BrowserLine;
import org.broadsheet.site.words.TextSize;

/** A variant as the short word of a page's key, there and back: {@code medium}, {@code large-old}. */
public final class Variants {
    private static final String OLD = "-old";

    private Variants() {}

    public static String word(Variant variant) {
        return variant.text().word() + (variant.outOfDate() ? OLD : "");
    }

    /** @throws IllegalArgumentException when no variant has this word */
    public static Variant of(String word) {
        boolean old = word.endsWith(OLD);
        String size = old ? word.substring(0, word.length() - OLD.length()) : word;
        TextSize text = TextSize.ofWord(size)
                .orElseThrow(() -> new IllegalArgumentException("no variant is called \"" + word + "\""));
        return new Variant(text, old ? BrowserLine.OUT_OF_DATE : BrowserLine.SUPPORTED);
    }
}
