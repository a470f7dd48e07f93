package org.broadsheet.wire.format.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 as senders write it, read as far as it goes: Java's own decoders throw at a padding that is too short or long. */
public final class Base64Octets {
    private Base64Octets() {}

    /** What is no letter of the alphabet is left out; it ends at the padding, or where the last whole octet does. */
    public static byte[] decode(byte[] sent) {
        byte[] letters = new byte[sent.length];
        int count = 0;
        for (byte b : sent) {
            if (isLetter(b)) {
                letters[count++] = b;
            } else if (b == '=') {
                break;
            }
        }
        int whole = count % 4 == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(Arrays.copyOf(letters, whole));
    }

    public static byte[] decode(String sent) {
        return decode(sent.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }
}
