package org.broadsheet.site.assembly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.broadsheet.base.words.TextSize;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.page.Variant.BrowserLine;

/** A variant as the short word of a page's key, there and back: {@code medium}, {@code large-subscriber-old}. */
public final class Variants {

    private static final String OLD = "old";
    private static final String OWN = "own";

    private Variants() {}

    public static String word(Variant variant) {
        return variant.text().word()
                + (variant.reader() == Variant.Reader.STRANGER ? "" : "-" + word(variant.reader()))
                + (variant.outOfDate() ? "-" + OLD : "")
                + (variant.ownLetters() ? "-" + OWN : "");
    }

    /** @throws IllegalArgumentException when no variant has this word */
    public static Variant of(String word) {
        List<String> parts = List.of(word.split("-"));
        TextSize text = TextSize.ofWord(parts.getFirst())
                .orElseThrow(() -> new IllegalArgumentException("no variant is called \"" + word + "\""));
        Variant variant = new Variant(
                text,
                parts.contains(OLD) ? BrowserLine.OUT_OF_DATE : BrowserLine.SUPPORTED,
                Arrays.stream(Variant.Reader.values())
                        .filter(reader -> parts.contains(word(reader)))
                        .findFirst()
                        .orElse(Variant.Reader.STRANGER),
                parts.contains(OWN) ? Variant.Letters.OWN : Variant.Letters.SYSTEM);
        if (!word(variant).equals(word)) {
            throw new IllegalArgumentException("no variant is called \"" + word + "\"");
        }
        return variant;
    }

    private static String word(Variant.Reader reader) {
        return reader.name().toLowerCase(Locale.ROOT);
    }
}
