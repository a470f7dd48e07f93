package org.broadsheet.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.expect.Corpus;
import org.junit.jupiter.api.Test;

/** Real files damaged at random, from a fixed seed: whatever they have become, there is a quick answer. */
class MutationTest {
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
            "9e99999");

    private final Random random = new Random(20260103);

    @Test
    void damaged_files_are_answered() {
        Duration slowest = Duration.ZERO;
        for (String family : List.of("newsml-g2", "ninjs", "wire-newsml12-nitf", "feeds")) {
            List<Corpus.Sample> samples = Corpus.of(family);
            for (int i = 0; i < 1_500; i++) {
                byte[] damaged =
                        damage(samples.get(random.nextInt(samples.size())).bytes());
                long start = System.nanoTime();
                Outcome outcome = Formats.read(damaged);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                if (outcome instanceof Outcome.Refused refused) {
                    assertThat(refused.reason()).isNotBlank();
                } else if (outcome instanceof Outcome.Accepted accepted) {
                    assertThat(accepted.items())
                            .allSatisfy(item -> assertThat(item.guid()).isNotBlank());
                }
            }
        }
        assertThat(slowest).isLessThan(Duration.ofSeconds(5));
    }

    private byte[] damage(byte[] original) {
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
