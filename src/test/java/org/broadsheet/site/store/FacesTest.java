package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.paywall.Guard;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The faces of a guarded page in the store. */
class FacesTest {

    private static final Copy USUAL = new Copy("medium", Copy.Differs.BY_COOKIE);

    private final FakePages pages = new FakePages();
    private final PageStore store =
            new PageStore(List.of(pages), new PageHeaders(Map.of()), 4_000_000, DiskTier.none());
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        readers.shutdownNow();
        store.close();
    }

    @Test
    void every_face_of_a_guarded_page_is_made_once_when_it_is_asked_for_and_all_go_together() {
        pages.page("/a", key -> FakePages.guarded("subscribers", "the face " + key.face()));
        assertThat(text(page("/a"))).isEqualTo("the face ");
        for (String face : List.of("full", "gifted", "full", "gifted")) {
            KeptPage shown = store.page(key("/a").showing(face), USUAL, Encoding.IDENTITY)
                    .orElseThrow();
            assertThat(text(shown)).isEqualTo("the face " + face);
            assertThat(shown.guard()).contains(new Guard(Reach.SUBSCRIBERS, new StoryId(9)));
        }
        assertThat(pages.renderings()).isEqualTo(3);
        assertThat(store.size()).isEqualTo(3);
        long three = store.weight();
        store.changed("story:9");
        assertThat(store.kept(key("/a"))).isNull();
        assertThat(store.kept(key("/a").showing("full"))).isNull();
        assertThat(store.kept(key("/a").showing("gifted"))).isNull();
        assertThat(store.weight()).isZero();
        assertThat(three).isGreaterThan(3 * 500);
    }

    @Test
    void many_readers_who_wait_for_one_face_have_it_made_once() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        pages.page("/a", key -> {
            await(go);
            return FakePages.guarded("metered", "the whole");
        });
        List<Future<KeptPage>> waiting = IntStream.range(0, 30)
                .mapToObj(reader -> readers.submit(
                        () -> store.page(key("/a").showing("metered-2-2026-11"), USUAL, Encoding.IDENTITY)
                                .orElseThrow()))
                .toList();
        go.countDown();
        for (Future<KeptPage> each : waiting) {
            assertThat(text(each.get())).isEqualTo("the whole");
        }
        assertThat(pages.renderings()).isEqualTo(1);
    }

    private KeptPage page(String path) {
        return store.page(key(path), USUAL, Encoding.IDENTITY).orElseThrow();
    }

    private String text(KeptPage page) {
        Form form = store.form(key("/any"), page, Encoding.IDENTITY);
        assertThat(new String(form.head(), StandardCharsets.ISO_8859_1)).contains("Cache-Control: private, no-store");
        return new String(form.body(), StandardCharsets.UTF_8);
    }

    private static PageKey key(String path) {
        return new PageKey(path, 1, "medium");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
