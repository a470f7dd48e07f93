package org.broadsheet.media.darkroom.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.broadsheet.media.darkroom.Corpus;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/**
 * Fuzzing from a seed: every picture of the corpus with bytes changed, cut, doubled. Jazzer 0.24 cannot take part, its
 * class reader stops at Java 24.
 */
class HeadMutationsTest {

    private static final int LONGEST = 4_096;
    private static final List<byte[]> PICTURES = pictures();

    private static List<byte[]> pictures() {
        List<byte[]> pictures = new ArrayList<>();
        for (Corpus.Item item : Corpus.items("images")) {
            try {
                byte[] whole = Files.readAllBytes(item.file());
                pictures.add(Arrays.copyOf(whole, Math.min(whole.length, LONGEST)));
            } catch (IOException notThere) {
                throw new IllegalStateException(notThere);
            }
        }
        return pictures;
    }

    /** Whatever comes is a head with a size, or refused in words; never another exception, never a loop. */
    @RepeatedTest(10)
    @Timeout(120)
    void any_bytes_are_a_head_or_refused_in_words(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int heads = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = mutated(PICTURES.get(random.nextInt(PICTURES.size())), random);
            try {
                PictureHead head = PictureHead.of(MemorySegment.ofArray(bytes));
                assertThat(head.pixels()).isPositive();
                heads++;
            } catch (PictureHead.Unreadable refused) {
                assertThat(refused.words()).endsWith(".");
            }
        }
        assertThat(heads).isPositive();
    }

    private static byte[] mutated(byte[] picture, Random random) {
        byte[] bytes =
                random.nextInt(4) == 0 ? Arrays.copyOf(picture, random.nextInt(picture.length + 1)) : picture.clone();
        int changes = bytes.length == 0 ? 0 : 1 + random.nextInt(8);
        for (int change = 0; change < changes; change++) {
            int near = Math.min(bytes.length, random.nextBoolean() ? 64 : bytes.length);
            byte[] odd = {0, -1, 1, 0x7F, (byte) 0x80, (byte) random.nextInt()};
            bytes[random.nextInt(near)] = odd[random.nextInt(odd.length)];
        }
        return bytes;
    }
}
