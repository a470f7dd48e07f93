package org.broadsheet.media.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every picture of the corpus through both engines. The suite needs libvips: without it the VIPS case fails. */
class CorpusPicturesTest {

    /** Memory and pixels as the paper has them; more time, for a machine that does much else. */
    private static final Limits LIMITS =
            new Limits(50 << 20, 100_000_000L, 50_000_000L, 3L << 30, Duration.ofMinutes(2));

    /** Whole pictures all of them, whatever is odd about their metadata. */
    private static final Set<String> GOOD =
            Set.of("exiftool-jpeg", "exiv2-metadata", "pillow-metadata", "pillow-orientation", "png-suite", "iptc-ref");

    /** Of those kinds, what is no picture, or no whole one. */
    private static final Set<String> NOT_GOOD =
            Set.of("exiv2/BlueSquare.xmp", "exiv2/StaffPhotographer-Example.xmp", "exiv2/1343_comment.png.txt");

    @ParameterizedTest
    @EnumSource(names = {"VIPS", "JAVA2D"})
    @Timeout(900)
    void every_picture_of_the_corpus_is_taken_or_refused_with_a_reason(EngineChoice engine) throws IOException {
        Map<String, Developed> outcomes = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (ProcessDarkroom darkroom = new ProcessDarkroom(engine, LIMITS)) {
            for (Corpus.Item item : Corpus.items("images")) {
                try (InputStream picture = Files.newInputStream(item.file());
                        Received received = darkroom.receive(picture)) {
                    Developed developed = darkroom.develop(received);
                    outcomes.put(item.name(), developed);
                    faults.addAll(faults(item, developed));
                }
            }
        }
        assertThat(outcomes).hasSizeGreaterThan(250);
        assertThat(faults).isEmpty();
        assertThat(reasons(outcomes)).doesNotContain(Refusal.TOO_SLOW, Refusal.EMPTY, Refusal.TOO_MANY_BYTES);
        assertThat(reason(outcomes, "pillow/decompression_bomb.gif")).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(reason(outcomes, "vips/logo.svg")).isEqualTo(Refusal.NOT_A_PICTURE_WE_TAKE);
        assertThat(reason(outcomes, "vips/truncated.jpg")).isEqualTo(Refusal.DAMAGED);
    }

    private static List<String> faults(Corpus.Item item, Developed developed) throws IOException {
        return switch (developed) {
            case Developed.Prints prints ->
                item.kind().equals("exiftool-wrong-type")
                        ? List.of(item.name() + " is no picture and was taken")
                        : PrintCheck.faults(item.name(), prints);
            case Developed.Refused(Refusal reason, String message) -> {
                List<String> faults = new ArrayList<>();
                if (GOOD.contains(item.kind()) && !NOT_GOOD.contains(item.name())) {
                    faults.add(item.name() + " is a good picture and was refused: " + reason);
                }
                if (item.kind().equals("exiftool-wrong-type") && reason != Refusal.NOT_A_PICTURE_WE_TAKE) {
                    faults.add(item.name() + " was refused for the wrong reason: " + reason);
                }
                if (message.isBlank() || message.contains("/") || !message.endsWith(".")) {
                    faults.add(item.name() + " was refused in the wrong words: " + message);
                }
                yield faults;
            }
        };
    }

    private static Set<Refusal> reasons(Map<String, Developed> outcomes) {
        Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof Developed.Refused(Refusal reason, String _)) {
                reasons.add(reason);
            }
        });
        return reasons;
    }

    private static Refusal reason(Map<String, Developed> outcomes, String name) {
        return switch (outcomes.get(name)) {
            case Developed.Refused(Refusal reason, String _) -> reason;
            case Developed.Prints _ -> throw new AssertionError(name + " was taken");
            case null -> throw new AssertionError(name + " is not in the corpus");
        };
    }
}
