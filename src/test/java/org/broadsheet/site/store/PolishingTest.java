package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.page.PageKey;
import org.junit.jupiter.api.Test;

class PolishingTest {
    private static final Copy USUAL = new Copy("medium", Copy.Differs.BY_COOKIE);
    private static final PageKey A = new PageKey("/a", 1, "medium");

    @Test
    void a_page_that_may_be_dropped_again_at_once_is_not_made_smaller_yet() throws Exception {
        FakePages pages = new FakePages().page("/a", "All the news that fits. ".repeat(200), "story:1");
        PageHeaders headers = new PageHeaders(Map.of());
        try (PageStore patient = new PageStore(List.of(pages), headers, 1_000_000, Duration.ofMinutes(1))) {
            for (int i = 0; i <= KeptPage.WORTH_POLISHING; i++) {
                patient.asked(A, patient.page(A, USUAL, Encoding.IDENTITY).orElseThrow());
            }
            Thread.sleep(200);
            assertThat(patient.page(A, USUAL, Encoding.IDENTITY).orElseThrow().polished())
                    .isFalse();
        }
    }
}
