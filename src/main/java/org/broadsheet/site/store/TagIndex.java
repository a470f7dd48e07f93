package org.broadsheet.site.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.broadsheet.base.page.PageKey;

/** Which kept pages show what. A page is taken out only while it is still the one that was put in under its key. */
final class TagIndex {
    private final Map<String, Map<PageKey, KeptPage>> pages = new ConcurrentHashMap<>();

    void add(PageKey key, KeptPage page) {
        for (String tag : page.meta().tags()) {
            pages.compute(tag, (same, shown) -> {
                Map<PageKey, KeptPage> all = shown == null ? new ConcurrentHashMap<>() : shown;
                all.put(key, page);
                return all;
            });
        }
    }

    void remove(PageKey key, KeptPage page) {
        for (String tag : page.meta().tags()) {
            pages.computeIfPresent(tag, (same, shown) -> {
                shown.remove(key, page);
                return shown.isEmpty() ? null : shown;
            });
        }
    }

    void showing(String tag, BiConsumer<PageKey, KeptPage> each) {
        pages.getOrDefault(tag, Map.of()).forEach(each);
    }

    /** For tests: nothing stays behind. */
    int size() {
        return pages.size();
    }
}
