package org.broadsheet.reader.password;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.reader.Weakness;

/**
 * Which passwords may be chosen (NIST SP 800-63B, 3.1.1.2): long enough, not among those that leak, not made of what
 * everybody knows about the reader. Nothing is asked about capital letters and digits.
 */
public final class PasswordRule {

    private static final int FEWEST_CHARACTERS = 4;
    private static final int SHORTEST_NAME = 4;

    private PasswordRule() {}

    /** @param known the reader's name and address, the paper's name: whatever a password must not hold */
    public static Optional<Weakness> weakness(String password, List<String> known) {
        String normal = Hashing.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < Weakness.SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > Weakness.LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String small = normal.toLowerCase(Locale.ROOT);
        if (small.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of(Weakness.MONOTONOUS);
        }
        if (isCommon(small)) {
            return Optional.of(Weakness.COMMON);
        }
        return known.stream().anyMatch(word -> holds(small, word)) ? Optional.of(Weakness.PERSONAL) : Optional.empty();
    }

    /** As it is, twice over, or with a tail of digits and signs. */
    private static boolean isCommon(String small) {
        int half = small.length() / 2;
        boolean doubled = small.length() % 2 == 0 && small.substring(half).equals(small.substring(0, half));
        String bare = small.replaceAll("[^\\p{L}]+$", "");
        return CommonPasswords.has(small)
                || (doubled && CommonPasswords.has(small.substring(0, half)))
                || (!bare.equals(small) && bare.length() >= SHORTEST_NAME && CommonPasswords.has(bare));
    }

    private static boolean holds(String small, String word) {
        String plain = letters(word);
        String part = letters(word.contains("@") ? word.substring(0, word.indexOf('@')) : word);
        String password = letters(small);
        return (isLong(plain) && password.contains(plain)) || (isLong(part) && password.contains(part));
    }

    private static boolean isLong(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_NAME;
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
