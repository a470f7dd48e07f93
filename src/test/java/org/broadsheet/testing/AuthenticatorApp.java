package org.broadsheet.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of somebody else's making, as it were: RFC 6238 written a second time. */
public final class AuthenticatorApp {
    private AuthenticatorApp() {}

    /** @param secret in base 32, 32 letters, blanks between them forgiven */
    public static String code(String secret, Instant at) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] key = new byte[20];
        byte[] some = number.toByteArray();
        int length = Math.min(some.length, key.length);
        System.arraycopy(some, some.length - length, key, key.length - length, length);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int offset = hash[19] & 15;
            long value = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffffL;
            return String.format(Locale.ROOT, "%06d", value % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
