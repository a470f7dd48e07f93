package org.broadsheet.paywall.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The words of a text, in order, each as a number. A word is a run of letters and figures of any script; case, width and
 * composition are folded (Unicode NFKC), an apostrophe within a word and characters that do not show are passed over, all
 * else parts words. Where a script writes none between words, each character counts for a part of one: two of Chinese
 * and Japanese or four of Thai, Lao, Khmer, Burmese, Javanese and Balinese make as much as a word.
 */
public final class Words {
    /** What a word of a script with spaces weighs; a character of one without weighs less. */
    static final int WHOLE = 4;

    private static final int HALF = 2;
    private static final int QUARTER = 1;
    private static final char SHARP_S = '\u00DF';
    private static final int FIRST_UNSPACED = 0x0E00;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final String text;
    private long[] numbers = new long[256];
    private byte[] weights = new byte[256];
    private int[] begins = new int[256];
    private int[] ends = new int[256];
    private int size;

    private Words(String text) {
        this.text = text;
    }

    public static Words of(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        Words words = new Words(plain);
        words.read();
        return words;
    }

    public int size() {
        return size;
    }

    /** As it stands in the text. */
    public String word(int at) {
        return text.substring(begins[at], ends[at]);
    }

    /** From one word to another, both included. */
    public String from(int first, int last) {
        return text.substring(begins[first], ends[last]);
    }

    long number(int at) {
        return numbers[at];
    }

    int weight(int at) {
        return weights[at];
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            at = isLetter(letter) ? word(letter, at) : at + Character.charCount(letter);
        }
    }

    /** Reads one word that begins here, and says where it ends. */
    private int word(int first, int begin) {
        int weight = weightOf(first);
        long number = mixed(0, first);
        int at = begin + Character.charCount(first);
        int end = at;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            boolean belongs = isMark(letter) || (weight == WHOLE && weightOf(letter) == WHOLE && isLetter(letter));
            if (!belongs && !isPassedOver(letter, at, weight)) {
                break;
            }
            at += Character.charCount(letter);
            if (belongs) {
                number = mixed(number, letter);
                end = at;
            }
        }
        add(number, weight, begin, end);
        return at;
    }

    private void add(long number, int weight, int begin, int end) {
        if (size == numbers.length) {
            int more = size * 2;
            numbers = Arrays.copyOf(numbers, more);
            weights = Arrays.copyOf(weights, more);
            begins = Arrays.copyOf(begins, more);
            ends = Arrays.copyOf(ends, more);
        }
        numbers[size] = number;
        weights[size] = (byte) weight;
        begins[size] = begin;
        ends[size] = end;
        size++;
    }

    /** Soft hyphens, joiners, marks of direction; an apostrophe that letters follow. */
    private boolean isPassedOver(int letter, int at, int weight) {
        if (Character.getType(letter) == Character.FORMAT) {
            return true;
        }
        int next = at + Character.charCount(letter);
        return weight == WHOLE
                && isApostrophe(letter)
                && next < text.length()
                && Character.isLetter(text.codePointAt(next));
    }

    private static boolean isLetter(int letter) {
        return Character.isLetterOrDigit(letter) && !isApostrophe(letter);
    }

    private static boolean isApostrophe(int letter) {
        return switch (letter) {
            case '\'', '\u2018', '\u2019', '\u201B', '\u02BC', '\u02B9', '\u2032', '`' -> true;
            default -> false;
        };
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static int weightOf(int letter) {
        if (letter < FIRST_UNSPACED) {
            return WHOLE;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> HALF;
            case THAI, LAO, KHMER, MYANMAR, JAVANESE, BALINESE -> QUARTER;
            default -> WHOLE;
        };
    }

    private static long mixed(long number, int letter) {
        if (letter == SHARP_S) {
            // its capitals are two
            return mixed(mixed(number, 's'), 's');
        }
        int folded = Character.toLowerCase(Character.toUpperCase(letter));
        long mixed = (number ^ folded) * SPREAD;
        return mixed ^ mixed >>> 29;
    }
}
