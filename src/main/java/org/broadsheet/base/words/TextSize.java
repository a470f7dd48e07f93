package org.broadsheet.base.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large a reader wants the text: 16, 18 or 21 px. Kept in the cookie {@code text}; a page's variant. */
public enum TextSize {
    SMALL,
    MEDIUM,
    LARGE;

    public static final String COOKIE = "text";

    /** As cookie, form field and {@code data-text} say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TextSize> ofWord(String word) {
        return Arrays.stream(values()).filter(size -> size.word().equals(word)).findFirst();
    }
}
