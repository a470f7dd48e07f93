package org.broadsheet.story;

import java.util.Locale;

/** Whom a story is for. Only what is for everyone may be printed in full where nobody asks who reads it. */
public enum Reach {
    EVERYONE,
    METERED,
    SUBSCRIBERS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the word is none of everyone, metered, subscribers */
    public static Reach of(String word) {
        for (Reach reach : values()) {
            if (reach.word().equals(word)) {
                return reach;
            }
        }
        throw new IllegalArgumentException("reach is \"" + word + "\"; expected everyone, metered or subscribers");
    }
}
