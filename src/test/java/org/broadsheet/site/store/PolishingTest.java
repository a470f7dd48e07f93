package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.base.page.PageKey;
import org.junit.jupiter.api.Test;

class PolishingTest {
    private static final Copy USUAL = new Copy("medium", Copy.Differs.BY_COOKIE);
    private static final PageKey A = new PageKey("/a", 1, "medium");

    @Test
    void a_page_that_may_be_dropped_again_at_once_is_not_made_smaller_yet() throws Exception {
        FakePages pages = new FakePages().page("/a", "All the news that fits. ".repeat(200), "story:1");
        PageHeaders headers = new PageHeaders(Map.of());
        try (PageStore patient =
                new PageStore(List.of(pages), headers, 1_000_000, DiskTier.none(), Duration.ofMinutes(1))) {
            for (int i = 0; i <= KeptPage.WORTH_POLISHING; i++) {
                patient.asked(A, patient.page(A, USUAL, Encoding.IDENTITY).orElseThrow());
            }
            Thread.sleep(200);
            assertThat(patient.page(A, USUAL, Encoding.IDENTITY).orElseThrow().polished())
                    .isFalse();
        }
    }

    @Test
    void a_page_is_kept_in_the_coding_that_was_asked_for_and_gives_the_others_from_that() {
        String text = "All the news that fits, and some that does not. ".repeat(200);
        FakePages pages = new FakePages().page("/a", text, "story:1");
        for (Encoding wanted : Encoding.values()) {
            try (PageStore store =
                    new PageStore(List.of(pages), new PageHeaders(Map.of()), 1_000_000, DiskTier.none())) {
                KeptPage page = store.page(A, USUAL, wanted).orElseThrow();
                assertThat(Stream.of(Encoding.values()).filter(each -> page.form(each) != null))
                        .containsExactly(wanted);
                for (Encoding other : Encoding.values()) {
                    byte[] plain = new Packing().unpack(store.form(A, page, other));
                    assertThat(plain).asString(StandardCharsets.UTF_8).isEqualTo(text);
                }
            }
        }
    }
}
