package org.broadsheet.reader.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 24 random bytes in 32 letters of base64url: what a link or a cookie carries, and whose hash alone is kept. */
public record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** Ends in a letter or digit: programs that make links of plain text leave other signs at the end out. */
    public static Token made() {
        byte[] random = new byte[BYTES];
        String text = "";
        while (text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
            RANDOM.nextBytes(random);
            text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        }
        return new Token(text);
    }

    /** SHA-256 of its letters. There is too much chance in it to need more. */
    public byte[] hash() {
        return hash(text);
    }

    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** It opens something: it belongs in nobody's log. */
    @Override
    public String toString() {
        return "(token)";
    }
}
