package org.broadsheet.gift;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a gift's link, {@code /gift/{token}}: 24 random bytes in base64url. Whoever knows it may open the story,
 * so it is never logged and never stored as it is.
 */
public final class GiftToken {
    private static final int BYTES = 24;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private GiftToken(String letters) {
        this.letters = letters;
    }

    static GiftToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new GiftToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nothing where it has not the shape of one, so that the database is not asked. */
    public static Optional<GiftToken> of(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new GiftToken(text)) : Optional.empty();
    }

    public String path() {
        return "/gift/" + letters;
    }

    byte[] bytes() {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }

    /** By which the gift is found: who reads the database learns no link. */
    byte[] hash() {
        return sha256(letters);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GiftToken token && token.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    /** Not the token: it must not come into a log. */
    @Override
    public String toString() {
        return "GiftToken[…]";
    }
}
