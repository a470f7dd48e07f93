package org.broadsheet.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the words of a text and folds them: lower case, no accents, compatibility forms made plain, "U.S." one word,
 * possessive endings off. Readers' questions and stories are folded by this one class, so that whatever PostgreSQL's
 * own parser and the database's locale would make of a text does not matter. Scripts that put no space between words
 * are cut into single characters.
 */
final class Words {
    /** Longer words are cut. */
    private static final int LONGEST = 64;

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    /** Letters that Unicode does not decompose. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"));

    private final String text;
    private final List<Word> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int start = -1;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /**
     * A word where it stands.
     *
     * @param folded letters and digits only, never empty
     * @param start of what it was made from, counted in chars
     * @param end just after it
     */
    record Word(String folded, int start, int end) {}

    /** The words of a text in their order. */
    static List<Word> of(String text) {
        Words words = new Words(text);
        words.read();
        return words.found;
    }

    /** The words alone, parted by single spaces. */
    static String folded(String text) {
        return of(text).stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    private void read() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int width = Character.charCount(c);
            if (isOfWords(c) && (start >= 0 || !isMark(c))) {
                letter(c, width);
            } else if (start >= 0 && isApostrophe(c) && letterAt(at + width)) {
                apostrophe(width);
            } else if (start >= 0 && (isInvisible(c) || (c == '.' && isAbbreviation(at + 1)))) {
                at += width;
            } else {
                end(at);
                at += width;
            }
        }
        end(at);
    }

    private void letter(int c, int width) {
        if (!Character.isLetter(c) || !UNSPACED.contains(UnicodeScript.of(c))) {
            if (start < 0) {
                start = at;
            }
            current.appendCodePoint(c);
            at += width;
            return;
        }
        end(at);
        start = at;
        current.appendCodePoint(c);
        at += width;
        while (at < text.length() && isMark(text.codePointAt(at))) {
            current.appendCodePoint(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        end(at);
    }

    /** "Jum'at" is one word; of "Jakarta's" the ending is nobody's word. */
    private void apostrophe(int width) {
        int next = at + width;
        boolean possessive =
                (text.charAt(next) == 's' || text.charAt(next) == 'S') && !wordGoesOn(next + 1) && current.length() > 1;
        if (possessive) {
            end(at);
            at = next + 1;
        } else {
            at = next;
        }
    }

    private void end(int end) {
        if (start >= 0) {
            String folded = fold(current);
            if (!folded.isEmpty()) {
                found.add(new Word(folded, start, end));
            }
            current.setLength(0);
            start = -1;
        }
    }

    private static String fold(CharSequence word) {
        boolean ascii = word.chars().allMatch(c -> c < 0x80);
        String lower = word.toString().toLowerCase(Locale.ROOT);
        if (!ascii) {
            lower = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
            lower = ACCENTS.matcher(lower).replaceAll("");
            StringBuilder plain = new StringBuilder(lower.length());
            lower.codePoints().filter(Words::isOfWords).forEach(c -> {
                String letters = LETTERS.get(c);
                if (letters == null) {
                    plain.appendCodePoint(c);
                } else {
                    plain.append(letters);
                }
            });
            lower = Normalizer.normalize(plain, Normalizer.Form.NFC);
        }
        return lower.length() <= LONGEST ? lower : cut(lower);
    }

    private static String cut(String word) {
        boolean splits = Character.isHighSurrogate(word.charAt(LONGEST - 1));
        return word.substring(0, splits ? LONGEST - 1 : LONGEST);
    }

    /** True for the dot in "U.S" or "e.g": one letter before it, one after it. */
    private boolean isAbbreviation(int next) {
        boolean oneBefore = at - 1 >= start && (at - 1 == start || text.charAt(at - 2) == '.');
        return oneBefore && Character.isLetter(text.charAt(at - 1)) && letterAt(next) && !wordGoesOn(next + 1);
    }

    private boolean letterAt(int index) {
        return index < text.length() && Character.isLetter(text.codePointAt(index));
    }

    private boolean wordGoesOn(int index) {
        return index < text.length() && isOfWords(text.codePointAt(index));
    }

    private static boolean isOfWords(int c) {
        return (Character.isLetterOrDigit(c) && !isApostrophe(c)) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return !isInvisible(c) && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '\u2018';
    }

    private static boolean isInvisible(int c) {
        return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
    }
}
