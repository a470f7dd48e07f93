package org.broadsheet.wire.merge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** How much two blocks say the same: the words that they share, by Dice. */
final class Likeness {
    /** From here on one block is taken for the other one reworded. */
    static final double REWORDED = 0.4;

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final String block;
    private final int[] words;

    private Likeness(String block, int[] words) {
        this.block = block;
        this.words = words;
    }

    static Likeness of(String block) {
        String text = Jsoup.parseBodyFragment(block).text().toLowerCase(Locale.ROOT);
        int[] words = NOT_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .mapToInt(String::hashCode)
                .sorted()
                .toArray();
        return new Likeness(block, words);
    }

    boolean isSame(Likeness other) {
        return block.equals(other.block);
    }

    /** 0 to 1; blocks without words are like nothing but themselves. */
    double to(Likeness other) {
        if (isSame(other)) {
            return 1;
        }
        int all = words.length + other.words.length;
        int least = Math.min(words.length, other.words.length);
        // no need to count where even all of the shorter one would be too little
        return all == 0 || 2.0 * least / all < REWORDED ? 0 : 2.0 * shared(words, other.words) / all;
    }

    private static int shared(int[] left, int[] right) {
        int shared = 0;
        int at = 0;
        for (int word : left) {
            while (at < right.length && right[at] < word) {
                at++;
            }
            if (at < right.length && right[at] == word) {
                shared++;
                at++;
            }
        }
        return shared;
    }
}
