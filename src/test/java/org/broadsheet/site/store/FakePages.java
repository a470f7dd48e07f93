package org.broadsheet.site.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;

/** A room that makes the pages a test tells it to. */
public final class FakePages implements PageSource {
    private final Map<String, Function<PageKey, Rendered>> pages = new ConcurrentHashMap<>();
    private final AtomicInteger renderings = new AtomicInteger();

    public FakePages page(String path, Function<PageKey, Rendered> made) {
        pages.put(path, made);
        return this;
    }

    public FakePages page(String path, String text, String... tags) {
        return page(path, key -> html(text, tags));
    }

    public static Rendered html(String text, String... tags) {
        return Rendered.open(200, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Set.of(tags));
    }

    /** The page of story 9, which has what this says for each face. */
    public static Rendered guarded(String reach, String text) {
        return new Rendered(
                200,
                "text/html; charset=utf-8",
                text.getBytes(StandardCharsets.UTF_8),
                Optional.of(new Rendered.Guarded(reach, 9)),
                Set.of("story:9"),
                Map.of());
    }

    public int renderings() {
        return renderings.get();
    }

    @Override
    public Optional<Rendered> render(PageKey key) {
        renderings.incrementAndGet();
        return Optional.ofNullable(pages.get(key.path())).map(made -> made.apply(key));
    }
}
