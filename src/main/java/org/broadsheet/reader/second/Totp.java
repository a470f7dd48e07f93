package org.broadsheet.reader.second;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app: RFC 6238 with what every app can do, SHA-1, six digits, thirty seconds. A code counts in
 * its own time step and in the one before and after (RFC 6238, 5.2).
 *
 * @param secret in base 32
 */
record Totp(String secret) {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DRIFT = 1;
    private static final int MODULUS = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Totp fresh() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return new Totp(Base32.encode(random));
    }

    /** The time step whose code this is. */
    Optional<Long> step(String code, Instant now) {
        long here = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(here - DRIFT, here + DRIFT)
                .filter(step -> same(code, code(step)))
                .boxed()
                .findFirst();
    }

    String code(Instant at) {
        return code(at.getEpochSecond() / STEP_SECONDS);
    }

    /** RFC 4226, 5.3. */
    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What the square picture says to an app: the key URI that all of them read. */
    String uri(String paper, String account) {
        String issuer = encoded(paper);
        return "otpauth://totp/" + issuer + ":" + encoded(account) + "?secret=" + secret + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Totp[]";
    }
}
