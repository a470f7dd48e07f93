package org.broadsheet.wire.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages files at random: octets changed, ranges lost or repeated, marks put in. The same seed damages in the same way. */
final class Damage {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "</",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\\u0000",
            "&#0;",
            "&amp;",
            "xml:base=\"http://[\"",
            "<item>",
            "<p>",
            "<table><tr><td>",
            "<b><i>",
            "\ud800",
            "\u0000",
            "9e99999",
            "\u0001",
            "\u0002",
            "\u0003",
            "\u0004",
            "=\n",
            "ZCZC ",
            "\nNNNN\n",
            "xyz0142 3 pl 58\n",
            "\n--b1\n",
            "\n--b1--\n",
            "\nContent-Type: multipart/mixed; boundary=b1\n\n",
            "\nContent-Type: message/rfc822\n\n",
            "Content-Transfer-Encoding: base64\n",
            "=?utf-8?B?",
            "?=",
            "=C3",
            "<NewsComponent>",
            "<Topic Duid='a'>",
            "<Encoding Notation='base64'>",
            "<ContentItem>");

    private final Random random;

    Damage(long seed) {
        this.random = new Random(seed);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    byte[] damage(byte[] original) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(6); n > 0 && bytes.length > 0; n--) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(bytes);
                case 1 -> spliced(bytes, new byte[0], random.nextInt(200));
                case 2 -> spliced(bytes, piece(), 0);
                case 3 -> spliced(bytes, piece().length > 0 ? repeated() : piece(), 0);
                default -> spliced(bytes, range(bytes), 0);
            };
        }
        return bytes;
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] repeated() {
        return PIECES.get(random.nextInt(PIECES.size()))
                .repeat(1 + random.nextInt(500))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        return copy;
    }

    private byte[] range(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(400));
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private byte[] spliced(byte[] bytes, byte[] in, int without) {
        int at = random.nextInt(bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(in);
        int rest = Math.min(bytes.length, at + without);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
