package org.broadsheet.plan.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What is handed to people and kept only as its SHA-256: voucher codes and the tokens of links. Both are long enough (79 and
 * 192 bits) that a hash of them without salt gives nothing away.
 */
public final class Code {
    /** No letters and figures that are taken for one another when read out or written down. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    /** Sixteen letters and figures in four groups: {@code ABCD-EFGH-JKMN-PQRS}. */
    public static String voucher() {
        StringBuilder code = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int at = 0; at < LENGTH; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** For a link: 32 letters of base64url. */
    public static String token() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** As somebody typed it: small letters, blanks and hyphens do no harm. Nothing where it can be no code. */
    public static Optional<byte[]> typed(String voucher) {
        String plain = voucher.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        boolean code = plain.length() == LENGTH && plain.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
        return code ? Optional.of(hash(plain)) : Optional.empty();
    }

    /** Of a token as it stands in a link. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
