package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class QuickGzipTest {
    @Test
    void what_is_packed_one_after_another_comes_back_whatever_its_length() throws Exception {
        Random random = new Random(7);
        try (QuickGzip gzip = new QuickGzip(1)) {
            for (int length : new int[] {0, 1, 2, 63, 1_000, 35_000, 0, 300_000}) {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                assertThat(unpacked(gzip.pack(noise))).isEqualTo(noise);
                byte[] words = "the same words ".repeat(length / 15).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                assertThat(unpacked(gzip.pack(words))).isEqualTo(words);
            }
        }
    }

    private static byte[] unpacked(byte[] packed) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
