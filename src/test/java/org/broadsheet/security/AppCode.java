package org.broadsheet.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238), worked out apart from the paper's own. */
final class AppCode {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AppCode() {}

    static String of(String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int from = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String secret) {
        StringBuilder bits = new StringBuilder();
        for (char letter : secret.toCharArray()) {
            String five = Integer.toBinaryString(LETTERS.indexOf(letter) | 32);
            bits.append(five.substring(1));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
        }
        return bytes;
    }
}
