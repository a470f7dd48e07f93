package org.broadsheet.base;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns words into the last part of an address: {@code a-z}, digits and single hyphens, at most 80 characters. */
public final class Slugs {
    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['’ʼ](?=\\p{L})");
    private static final Pattern REST = Pattern.compile("[^a-z0-9]+");

    /** Letters that Unicode does not decompose, as their languages write them in ASCII. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ł", "l"),
            Map.entry("ħ", "h"),
            Map.entry("ı", "i"),
            Map.entry("ŋ", "ng"),
            Map.entry("&", " and "),
            Map.entry("@", " at "),
            Map.entry("+", " plus "));

    private Slugs() {}

    /** The slug of a headline; empty when nothing in it can be written in ASCII. Cut between words where it is too long. */
    public static Optional<String> of(String words) {
        String plain = words.length() > 1_000 ? words.substring(0, 1_000) : words;
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = MARKS.matcher(plain).replaceAll("");
        plain = APOSTROPHES.matcher(plain).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        plain = trimHyphens(REST.matcher(plain).replaceAll("-"));
        if (plain.length() > LONGEST) {
            int cut = plain.lastIndexOf('-', LONGEST);
            plain = trimHyphens(plain.substring(0, cut > LONGEST / 2 ? cut : LONGEST));
        }
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** True for what {@link #of} could have made. */
    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        boolean hyphenMayNotStand = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean hyphen = letter == '-';
            boolean allowed = hyphen ? !hyphenMayNotStand : isSmallLetter(letter) || isFigure(letter);
            if (!allowed) {
                return false;
            }
            hyphenMayNotStand = hyphen;
        }
        return !hyphenMayNotStand;
    }

    private static boolean isSmallLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static boolean isFigure(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static String trimHyphens(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int to = text.endsWith("-") && text.length() > from ? text.length() - 1 : text.length();
        return text.substring(from, to);
    }
}
