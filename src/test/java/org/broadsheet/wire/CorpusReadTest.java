package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.broadsheet.base.Language;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.wire.expect.Corpus;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReadTest {

    /** The wire's own families, and others whose files come to a wire by mistake. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "newsml-g2",
                "ninjs",
                "feeds",
                "dates",
                "wire-newsml12-nitf",
                "wordpress-wxr",
                "ghost-export",
                "other-migrations",
                "html-sanitise",
                "images"
            })
    void every_file_is_answered_soon_and_in_words(String family) {
        for (Corpus.Sample sample : Corpus.of(family)) {
            byte[] bytes = sample.bytes();
            Outcome outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Formats.read(bytes), () -> family + "/" + sample.name());
            if (outcome instanceof Outcome.Refused refused) {
                assertThat(refused.reason())
                        .as(sample.name())
                        .hasSizeBetween(4, 300)
                        .doesNotContain("Exception");
            } else if (outcome instanceof Outcome.Accepted accepted) {
                assertThat(accepted.items()).allSatisfy(item -> {
                    assertThat(item.guid()).isNotBlank();
                    assertThat(item.body().html()).doesNotContain("<script", "javascript:", "onerror=");
                });
            }
        }
    }

    /** A listener that fails would keep the whole wire waiting. */
    @ParameterizedTest
    @ValueSource(strings = {"newsml-g2", "ninjs", "feeds", "wire-newsml12-nitf"})
    void every_item_can_be_made_copy_and_kept_and_read_back(String family) {
        WireStories.Place place = new WireStories.Place("world", List.of(), Reach.EVERYONE, Language.ENGLISH);
        int made = 0;
        for (Corpus.Sample sample : Corpus.of(family)) {
            if (Formats.read(sample.bytes()) instanceof Outcome.Accepted accepted) {
                for (WireItem item : accepted.items()) {
                    Copy copy = WireStories.copy(Wire.item(Wire.stored(item)), place);
                    assertThat(copy.body().html()).isEqualTo(item.body().html());
                    made++;
                }
            }
        }
        assertThat(made).isPositive();
    }

    @Test
    void nothing_outside_is_asked_for() {
        List<URI> asked = new CopyOnWriteArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                asked.add(uri);
            }
        });
        try {
            for (String family : List.of("newsml-g2", "ninjs", "feeds")) {
                Corpus.of(family).forEach(sample -> Formats.read(sample.bytes()));
            }
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).filteredOn(uri -> uri.toString().contains("example")).isEmpty();
    }
}
