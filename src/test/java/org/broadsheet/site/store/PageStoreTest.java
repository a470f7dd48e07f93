package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.store.Copy.Differs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageStoreTest {
    private static final Copy USUAL = new Copy("medium", Differs.BY_COOKIE);

    private final FakePages pages = new FakePages();
    private final PageStore store = store(8_000_000);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        readers.shutdownNow();
        store.close();
    }

    @Test
    void a_page_is_rendered_once_and_then_at_hand() {
        pages.page("/a", "text", "story:1");
        assertThat(store.kept(key("/a"))).isNull();
        KeptPage page = page("/a");
        assertThat(store.kept(key("/a"))).isSameAs(page);
        page("/a");
        assertThat(pages.renderings()).isEqualTo(1);
    }

    @Test
    void a_hundred_readers_of_a_missing_page_wait_for_one_rendering() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        pages.page("/a", key -> {
            await(go);
            return FakePages.html("text", "story:1");
        });
        List<Future<KeptPage>> all = IntStream.range(0, 100)
                .mapToObj(i -> readers.submit(() -> page("/a")))
                .toList();
        go.countDown();
        for (Future<KeptPage> each : all) {
            assertThat(each.get()).isNotNull();
        }
        assertThat(pages.renderings()).isEqualTo(1);
    }

    @Test
    void a_rendering_that_fails_fails_for_all_who_wait_and_is_not_kept() {
        AtomicInteger times = new AtomicInteger();
        pages.page("/a", key -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return FakePages.html("text");
        });
        assertThatThrownBy(() -> page("/a")).hasRootCauseMessage("the database is away");
        assertThat(page("/a").status()).isEqualTo(200);
    }

    @Test
    void a_change_drops_exactly_the_pages_that_show_it() {
        pages.page("/a", "a", "story:1", "front:all").page("/b", "b", "story:2").page("/", "front", "front:all");
        page("/a");
        page("/b");
        page("/");
        store.changed("story:1");
        assertThat(store.kept(key("/a"))).isNull();
        assertThat(store.kept(key("/b"))).isNotNull();
        assertThat(store.kept(key("/"))).isNotNull();
        store.changed("front:all");
        assertThat(store.kept(key("/"))).isNull();
        store.changed("story:2");
        assertThat(store.tags()).isZero();
    }

    @Test
    void when_nobody_knows_what_changed_everything_goes() {
        pages.page("/a", "a", "story:1").page("/b", "b");
        page("/a");
        page("/b");
        store.everythingChanged();
        assertThat(store.kept(key("/a"))).isNull();
        assertThat(store.kept(key("/b"))).isNull();
        assertThat(store.tags()).isZero();
    }

    @Test
    void a_rendering_overtaken_by_a_change_is_done_again_for_everyone_who_waits() throws Exception {
        AtomicInteger database = new AtomicInteger();
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        pages.page("/a", key -> {
            String text = Integer.toString(database.get());
            read.countDown();
            await(changed);
            return FakePages.html(text, "story:1");
        });
        Future<KeptPage> first = readers.submit(() -> page("/a"));
        read.await();
        database.set(1);
        store.changed("story:1");
        Future<KeptPage> second = readers.submit(() -> page("/a"));
        changed.countDown();
        assertThat(text(first.get())).isEqualTo("1");
        assertThat(text(second.get())).isEqualTo("1");
        assertThat(text(page("/a"))).isEqualTo("1");
        assertThat(pages.renderings()).isEqualTo(2);
    }

    @Test
    void a_change_of_something_else_meanwhile_costs_nothing() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        pages.page("/a", key -> {
            read.countDown();
            await(changed);
            return FakePages.html("text", "story:1");
        });
        Future<KeptPage> page = readers.submit(() -> page("/a"));
        read.await();
        store.changed("story:2");
        changed.countDown();
        page.get();
        assertThat(pages.renderings()).isEqualTo(1);
        assertThat(store.kept(key("/a"))).isNotNull();
    }

    @Test
    void a_path_that_led_nowhere_is_asked_for_again_after_any_change() {
        pages.page("/x", key -> notFound());
        page("/x");
        page("/x");
        assertThat(pages.renderings()).isEqualTo(1);
        pages.page("/x", "published", "story:3");
        store.changed("story:3");
        assertThat(text(page("/x"))).isEqualTo("published");
    }

    @Test
    void strangers_asking_for_what_is_not_there_push_out_no_page() {
        pages.page("/a", "text", "story:1");
        page("/a");
        for (int i = 0; i < 20_000; i++) {
            String nowhere = "/nowhere-" + i;
            pages.page(nowhere, key -> notFound());
            page(nowhere);
        }
        assertThat(store.kept(key("/a"))).isNotNull();
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.weight()).isLessThan(10_000);
    }

    @Test
    void pages_stay_within_their_memory() {
        try (PageStore small = store(200_000)) {
            for (int i = 0; i < 500; i++) {
                pages.page("/" + i, "x".repeat(3_000), "story:" + i);
                small.page(key("/" + i), USUAL, Encoding.IDENTITY);
            }
            assertThat(small.weight()).isBetween(1L, 200_000L);
            assertThat(small.tags()).isEqualTo((int) small.size());
        }
    }

    @Test
    void a_page_too_large_for_its_share_is_answered_and_not_kept() {
        pages.page("/large", "x".repeat(1_000_000));
        assertThat(text(page("/large"))).hasSize(1_000_000);
        assertThat(store.kept(key("/large"))).isNull();
    }

    @Test
    void a_path_that_no_room_makes_a_page_for_is_left_to_others() {
        assertThat(store.page(key("/search"), USUAL, Encoding.IDENTITY)).isEmpty();
    }

    @Test
    void a_page_asked_for_often_is_made_smaller_in_the_background_and_reads_the_same() {
        String text = "All the news that fits, and some that does not. ".repeat(200);
        pages.page("/a", text, "story:1");
        KeptPage quick = page("/a");
        int quickly = store.form(key("/a"), quick, Encoding.BROTLI).body().length;
        for (int i = 0; i <= KeptPage.WORTH_POLISHING; i++) {
            store.asked(key("/a"), page("/a"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> page("/a").polished());
        KeptPage polished = page("/a");
        assertThat(store.form(key("/a"), polished, Encoding.BROTLI).body()).hasSizeLessThanOrEqualTo(quickly);
        assertThat(text(polished)).isEqualTo(text);
        store.changed("story:1");
        assertThat(store.kept(key("/a"))).isNull();
        assertThat(store.tags()).isZero();
    }

    @Test
    void what_people_read_is_told_once_by_path_and_outlives_the_page() {
        pages.page("/a", "a", "story:1").page("/b", "b", "story:2");
        page("/a").read();
        page("/a").read();
        page("/b").read();
        store.changed("story:1");
        assertThat(store.takeReads()).isEqualTo(Map.of("/a", 2L, "/b", 1L));
        assertThat(store.takeReads()).isEmpty();
    }

    @Test
    void a_reader_never_sees_what_a_change_made_stale_however_they_race() throws Exception {
        AtomicInteger database = new AtomicInteger();
        pages.page("/a", key -> FakePages.html(Integer.toString(database.get()), "story:1"));
        List<Future<Boolean>> all = IntStream.range(0, 4)
                .mapToObj(reader -> readers.submit(() -> {
                    boolean current = true;
                    for (int i = 0; i < 2_000; i++) {
                        int before = database.get();
                        current &= Integer.parseInt(text(page("/a"))) >= before - 1;
                    }
                    return current;
                }))
                .toList();
        for (int i = 1; i <= 500; i++) {
            database.set(i);
            store.changed("story:1");
            assertThat(text(page("/a"))).isEqualTo(Integer.toString(i));
        }
        for (Future<Boolean> each : all) {
            assertThat(each.get()).isTrue();
        }
    }

    private PageStore store(long limit) {
        return new PageStore(List.of(pages), new PageHeaders(Map.of()), limit, DiskTier.none(), Duration.ofMillis(50));
    }

    private KeptPage page(String path) {
        return store.page(key(path), USUAL, Encoding.IDENTITY).orElseThrow();
    }

    private String text(KeptPage page) {
        return body(store.form(key("/any"), page, Encoding.IDENTITY));
    }

    private static String body(Form form) {
        return new String(form.body(), StandardCharsets.UTF_8);
    }

    private static Rendered notFound() {
        return new Rendered(
                404, "text/html; charset=utf-8", new byte[500], Optional.empty(), Set.of("sections:all"), Map.of());
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
