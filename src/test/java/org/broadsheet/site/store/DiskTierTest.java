package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.store.Copy.Differs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that memory has no room for come back from the disk, and never one that a change has made stale. */
class DiskTierTest {
    private static final Copy USUAL = new Copy("medium", Differs.BY_COOKIE);
    private static final int MEMORY = 400_000;
    private static final int MANY = 200;

    @TempDir
    Path folder;

    private final FakePages pages = new FakePages();
    private Optional<PageStore> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(PageStore::close);
    }

    @Test
    void what_memory_had_no_room_for_comes_back_as_it_was() {
        PageStore store = store(8_000_000);
        String first = large(0);
        fill(store);
        Awaitility.await().untilAsserted(() -> {
            fill(store);
            assertThat(store.figures().counted().restored()).isGreaterThan(MANY);
        });
        int before = pages.renderings();
        KeptPage page = page(store, "/0");
        assertThat(body(store, page)).isEqualTo(first);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.meta().tags()).containsExactlyInAnyOrder("story:0", "topic:all");
        assertThat(new String(store.form(key("/0"), page, Encoding.GZIP).head(), StandardCharsets.ISO_8859_1))
                .contains("Content-Encoding: gzip\r\n", "Cache-Groups: \"topic:all\", \"story:0\"\r\n", "ETag: ");
        assertThat(pages.renderings()).isEqualTo(before);
    }

    @Test
    void what_has_changed_is_made_anew_wherever_it_lay() {
        AtomicInteger edition = new AtomicInteger(1);
        for (int i = 0; i < MANY; i++) {
            String path = "/" + i;
            int number = i;
            pages.page(path, key -> FakePages.html(edition.get() + large(number), "story:" + number));
        }
        PageStore store = store(8_000_000);
        ask(store);
        Awaitility.await().untilAsserted(() -> {
            ask(store);
            assertThat(store.figures().counted().restored()).isGreaterThan(MANY);
        });
        edition.set(2);
        for (int i = 0; i < MANY; i += 2) {
            store.changed("story:" + i);
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(body(store, page(store, "/" + i))).startsWith(i % 2 == 0 ? "2" : "1");
        }
        edition.set(3);
        store.everythingChanged();
        for (int i = 0; i < MANY; i++) {
            assertThat(body(store, page(store, "/" + i))).startsWith("3");
        }
    }

    @Test
    void what_is_not_for_everyone_never_touches_the_disk() {
        for (int i = 0; i < MANY; i++) {
            pages.page(
                    "/" + i,
                    key -> new Rendered(
                            200,
                            "text/html; charset=utf-8",
                            large(7).getBytes(StandardCharsets.UTF_8),
                            Optional.of(new Rendered.Guarded("subscribers", 9)),
                            Set.of("story:9"),
                            Map.of()));
        }
        try (DiskTier disk = DiskTier.in(folder, 8_000_000);
                PageStore store = new PageStore(List.of(pages), new PageHeaders(Map.of()), MEMORY, disk)) {
            ask(store);
            ask(store);
            assertThat(disk.unused()).isTrue();
            assertThat(store.figures().counted().restored()).isZero();
        }
    }

    @Test
    void the_oldest_give_way_when_the_file_is_full() {
        PageStore store = store(1_000_000);
        for (int round = 0; round < 5; round++) {
            fill(store);
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(body(store, page(store, "/" + i))).isEqualTo(large(i));
        }
    }

    @Test
    void nothing_is_left_in_the_folder() throws Exception {
        PageStore store = store(8_000_000);
        fill(store);
        Awaitility.await().untilAsserted(() -> {
            fill(store);
            assertThat(store.figures().counted().restored()).isPositive();
        });
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_folder_that_takes_no_file_costs_speed_and_nothing_else() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));
        try (PageStore store =
                new PageStore(List.of(pages), new PageHeaders(Map.of()), MEMORY, DiskTier.in(file, 8_000_000))) {
            fill(store);
            fill(store);
            assertThat(body(store, page(store, "/0"))).isEqualTo(large(0));
            assertThat(store.figures().counted().restored()).isZero();
        }
    }

    @Test
    void bytes_of_another_page_or_of_none_are_no_page() throws Exception {
        pages.page("/a", "text", "story:1");
        PageStore store = store(8_000_000);
        KeptPage page = page(store, "/a");
        byte[] record = PageRecord.write(key("/a"), page);
        assertThat(PageRecord.read(key("/a"), record)).isPresent();
        assertThat(PageRecord.read(key("/b"), record)).isEmpty();
        assertThat(PageRecord.read(new PageKey("/a", 1, "large"), record)).isEmpty();
        record[record.length - 1] ^= 1;
        assertThat(PageRecord.read(key("/a"), record)).isEmpty();
    }

    private PageStore store(long disk) {
        PageStore store = new PageStore(
                List.of(pages), new PageHeaders(Map.of()), MEMORY, DiskTier.in(folder, disk), Duration.ofMinutes(1));
        opened = Optional.of(store);
        return store;
    }

    private void fill(PageStore store) {
        for (int i = 0; i < MANY; i++) {
            pages.page("/" + i, large(i), "story:" + i, "topic:all");
        }
        ask(store);
    }

    private static void ask(PageStore store) {
        for (int i = 0; i < MANY; i++) {
            page(store, "/" + i);
        }
    }

    /** Some 12 KB that do not get smaller, the same each time for one number. */
    private static String large(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        while (text.length() < 16_000) {
            text.append(Long.toString(random.nextLong(), 36));
        }
        return text.toString();
    }

    private static KeptPage page(PageStore store, String path) {
        return store.page(key(path), USUAL, Encoding.GZIP).orElseThrow();
    }

    private static String body(PageStore store, KeptPage page) {
        return new String(store.form(key("/any"), page, Encoding.IDENTITY).body(), StandardCharsets.UTF_8);
    }

    private static PageKey key(String path) {
        return new PageKey(path, 1, "medium");
    }
}
