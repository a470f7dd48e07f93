package org.broadsheet.reader.second;

/** RFC 4648, section 6, without padding: how authenticator apps take a secret. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException where a letter is none of base 32 */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("base 32 has no letter " + letter);
            }
            held = (held << BITS) | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits);
            }
            held &= (1 << bits) - 1;
        }
        return bytes;
    }
}
