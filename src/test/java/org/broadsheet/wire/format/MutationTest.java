package org.broadsheet.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.expect.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files damaged at random, from a fixed seed: whatever they have become, there is a quick answer, and no outside request. */
class MutationTest {
    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final int LONGEST_TEXT = 2_000_000;

    private final Damage damage = new Damage(20260103);

    @ParameterizedTest
    @ValueSource(strings = {"newsml-g2", "ninjs", "wire-newsml12-nitf", "feeds"})
    void damaged_files_are_answered(String family) {
        List<byte[]> samples =
                Corpus.of(family).stream().map(Corpus.Sample::bytes).toList();
        answered(samples, 1_500);
    }

    @Test
    void damaged_newsml_1_is_answered() {
        answered(
                Corpus.of("wire-newsml12-nitf").stream()
                        .filter(s -> s.kind().startsWith("newsml-1"))
                        .map(Corpus.Sample::bytes)
                        .toList(),
                3_000);
    }

    @Test
    void damaged_transmissions_are_answered() {
        answered(Samples.transmissions(), 10_000);
    }

    @Test
    void damaged_mails_are_answered_and_so_are_questions_for_their_pictures() {
        answered(Samples.mails(), 10_000);
    }

    private void answered(List<byte[]> samples, int times) {
        List<URI> asked = new CopyOnWriteArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Noting(asked));
        try {
            for (int i = 0; i < times; i++) {
                byte[] damaged = damage.damage(samples.get(damage.next(samples.size())));
                long start = System.nanoTime();
                check(Formats.read(damaged), damaged);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SLOWEST);
            }
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
    }

    private static void check(Outcome outcome, byte[] document) {
        switch (outcome) {
            case Outcome.Refused refused ->
                assertThat(refused.reason()).isNotBlank().doesNotContain("Exception");
            case Outcome.Accepted accepted ->
                assertThat(accepted.items()).allSatisfy(item -> {
                    assertThat(item.guid()).isNotBlank();
                    assertThat(item.origins()).containsKey("guid");
                    assertThat(item.body().html().length()).isLessThan(2 * LONGEST_TEXT);
                    item.pictures().stream()
                            .filter(p -> p.href().matches("(cid|sha256):.*"))
                            .findFirst()
                            .ifPresent(p -> assertThat(Formats.picture(document, p.href()))
                                    .isPresent());
                });
        }
    }

    /** Found by damage: padding too short and too long. */
    @ParameterizedTest
    @ValueSource(strings = {"QUJD=", "QUJDR===", "QUJDRA=", "Q===", "QUJDRA==QUJD", "="})
    void base64_that_ends_wrongly_is_read_as_far_as_it_goes(String letters) {
        for (String document : List.of(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><content type='application/x-a'>%s</content>"
                        + "</entry></feed>",
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><id>a</id><content mode='base64'>%s</content>"
                        + "</entry></feed>",
                "<newsItem guid='a'><itemMeta/><contentSet><inlineData encoding='enc:base64'>%s</inlineData></contentSet>"
                        + "</newsItem>",
                "<NewsML><NewsItem><NewsComponent><ContentItem><Encoding Notation='base64'>%s</Encoding></ContentItem>"
                        + "</NewsComponent></NewsItem></NewsML>",
                "From: a@b.example\nSubject: =?utf-8?B?%1$s?=\nContent-Transfer-Encoding: base64\n\n%1$s")) {
            byte[] bytes = document.formatted(letters).getBytes(StandardCharsets.UTF_8);
            Outcome outcome = Formats.read(bytes);
            assertThat(outcome).as(document).isInstanceOf(Outcome.Accepted.class);
            check(outcome, bytes);
        }
    }

    @Test
    void the_same_seed_damages_in_the_same_way() {
        List<String> runs = new ArrayList<>();
        Stream.of(new Damage(1), new Damage(1), new Damage(2))
                .forEach(d -> runs.add(new String(
                        d.damage(d.damage("abcdefgh".repeat(40).getBytes(StandardCharsets.UTF_8))),
                        StandardCharsets.ISO_8859_1)));
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
    }

    private static final class Noting extends ProxySelector {
        private final List<URI> asked;

        Noting(List<URI> asked) {
            this.asked = asked;
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.add(uri);
        }
    }
}
