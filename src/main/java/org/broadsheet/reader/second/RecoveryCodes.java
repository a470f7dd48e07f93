package org.broadsheet.reader.second;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.broadsheet.reader.ReaderId;

/**
 * Codes for the day the telephone is lost: 24 letters, of 120 random bits, so that a plain hash of one cannot be tried out
 * (ASVS 6.5.2 wants 112). Those of 80 bits that were handed out before go on being good: they are on paper in people's drawers.
 */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int LETTERS = 24;
    private static final int LETTERS_BEFORE = 16;
    private static final int BYTES = 15;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** As people write them down: {@code abcd-efgh-ijkl-mnop-qrst-uvwx}. */
    static List<String> fresh() {
        return IntStream.range(0, COUNT).mapToObj(each -> one()).toList();
    }

    private static String one() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String letters = Base32.encode(random).toLowerCase(Locale.ROOT);
        return String.join(
                "-",
                IntStream.range(0, LETTERS / GROUP)
                        .mapToObj(at -> letters.substring(at * GROUP, (at + 1) * GROUP))
                        .toList());
    }

    /** What is kept: of one reader's code, however it was typed. */
    static byte[] hash(ReaderId reader, String code) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("recovery " + reader + " " + plain(code)).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether somebody who wrote this means a recovery code and not an app's six digits. */
    static boolean is(String code) {
        int letters = plain(code).length();
        return letters == LETTERS || letters == LETTERS_BEFORE;
    }

    /** Without blanks and hyphens, in small letters. */
    static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
