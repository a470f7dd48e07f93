package org.broadsheet.site.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * The finished pages of one node, within a limit of memory. A page is rendered once for all who wait for it, and dropped
 * the moment something it shows has changed; a rendering that a change overtook is neither kept nor given to anyone who
 * asked after the change.
 */
public final class PageStore implements AutoCloseable {
    /** No page takes more than that share of the memory: a list of everything must not push out everything. */
    private static final int LARGEST_SHARE = 16;

    private static final int MOST_ATTEMPTS = 8;
    private static final int NOT_FOUND = 404;

    private final PageSource source;
    private final Press press;
    private final StoreFigures figures = new StoreFigures();
    private final Reads reads = new Reads();
    private final Duration settled;
    private final Polisher polisher;
    private final long limit;
    private final Cache<PageKey, KeptPage> pages;

    /** Strangers choose what is not there, so it has a small place of its own. */
    private final Cache<PageKey, KeptPage> nowhere;

    private final TagIndex shows = new TagIndex();
    private final Map<PageKey, CompletableFuture<Optional<KeptPage>>> rendering = new ConcurrentHashMap<>();
    private final DiskTier disk;
    private final ReentrantLock changing = new ReentrantLock();
    private final Staleness staleness = new Staleness();

    /** @param limit bytes of memory */
    public PageStore(List<PageSource> sources, PageHeaders headers, long limit, DiskTier disk) {
        this(sources, headers, limit, disk, Polisher.SETTLED);
    }

    PageStore(List<PageSource> sources, PageHeaders headers, long limit, DiskTier disk, Duration settled) {
        this.disk = disk;
        this.settled = settled;
        this.polisher = new Polisher(this::polish, settled);
        this.source = PageSource.first(sources);
        this.press = new Press(headers);
        this.limit = limit;
        this.pages = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(limit)
                .<PageKey, KeptPage>weigher((key, page) -> page.weight())
                .removalListener((key, page, cause) -> gone(key, page, cause))
                .build();
        this.nowhere = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(limit / LARGEST_SHARE)
                .<PageKey, KeptPage>weigher((key, page) -> page.weight())
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    /** The page if it is here now; never waits. */
    public @Nullable KeptPage kept(PageKey key) {
        KeptPage page = pages.getIfPresent(key);
        return page == null ? nowhere.getIfPresent(key) : page;
    }

    /**
     * The page, rendered now if need be; waits for it. What is rendered is packed in the coding wanted, and in no other yet.
     *
     * @return nothing where no room makes a page for this path
     * @throws CompletionException when rendering it failed
     */
    public Optional<KeptPage> page(PageKey key, Copy copy, Encoding wanted) {
        KeptPage here = kept(key);
        if (here != null) {
            return Optional.of(here);
        }
        CompletableFuture<Optional<KeptPage>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<KeptPage>> others = rendering.putIfAbsent(key, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Optional<KeptPage> page = rendered(key, new Wanted(copy, wanted), mine);
            mine.complete(page);
            return page;
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw new CompletionException(failed);
        } finally {
            rendering.remove(key, mine);
        }
    }

    /** A page in a coding, made now if need be. */
    public Form form(PageKey key, KeptPage page, Encoding wanted) {
        Encoding encoding = press.possible(wanted);
        Form made = page.form(encoding);
        if (made != null) {
            return made;
        }
        Text more = press.add(page.meta(), page.text(), encoding);
        if (!page.polished()) {
            replace(key, page, page.with(more));
        }
        Form form = more.form(encoding);
        if (form == null) {
            throw new IllegalStateException("no " + encoding + " was made of " + key);
        }
        return form;
    }

    /** To be told each time a page goes out, unless {@link KeptPage#polished()}. */
    public void asked(PageKey key, KeptPage page) {
        if (page.worthPolishing() && page.status() != NOT_FOUND) {
            polisher.add(key);
        }
    }

    /** @param tag {@code kind:key} of what has changed */
    public void changed(String tag) {
        changing.lock();
        try {
            staleness.changed(tag);
            shows.showing(tag, (key, page) -> {
                pages.asMap().remove(key, page);
                shows.remove(key, page);
            });
            somethingChanged();
        } finally {
            changing.unlock();
        }
    }

    /** Nobody knows what has changed. */
    public void everythingChanged() {
        changing.lock();
        try {
            staleness.everythingChanged();
            pages.invalidateAll();
            disk.clear();
            somethingChanged();
        } finally {
            changing.unlock();
        }
    }

    /** How often each path was read by people since this was last asked. */
    public Map<String, Long> takeReads() {
        Map<String, Long> taken = new HashMap<>(reads.take());
        pages.asMap().forEach((key, page) -> {
            long more = page.takeReads();
            if (more > 0) {
                taken.merge(key.path(), more, Long::sum);
            }
        });
        return taken;
    }

    public StoreFigures figures() {
        return figures;
    }

    /** Bytes of memory that finished pages take, about. */
    public long weight() {
        return pages.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    public long size() {
        return pages.estimatedSize();
    }

    int tags() {
        return shows.size();
    }

    @Override
    public void close() {
        polisher.close();
        disk.close();
    }

    private record Wanted(Copy copy, Encoding encoding) {}

    private Optional<KeptPage> rendered(PageKey key, Wanted wanted, CompletableFuture<?> mine) {
        KeptPage arrived = kept(key);
        if (arrived != null) {
            return Optional.of(arrived);
        }
        Optional<KeptPage> stored = disk.find(key);
        if (stored.isPresent() && keep(key, stored.get(), stored.get().begun(), mine)) {
            figures.restored();
            return stored;
        }
        for (int attempt = 1; ; attempt++) {
            long begun = begin();
            Optional<KeptPage> page =
                    render(key).map(rendered -> press.print(rendered, wanted.copy, wanted.encoding, begun));
            if (page.isEmpty() || keep(key, page.get(), begun, mine) || attempt == MOST_ATTEMPTS) {
                return page;
            }
            figures.overtaken();
        }
    }

    private long begin() {
        changing.lock();
        try {
            return staleness.now();
        } finally {
            changing.unlock();
        }
    }

    private Optional<Rendered> render(PageKey key) {
        figures.rendered();
        return source.render(key);
    }

    /** False where a change came in between. Whoever asks from here on finds the page, or renders it anew. */
    private boolean keep(PageKey key, KeptPage page, long begun, CompletableFuture<?> mine) {
        changing.lock();
        try {
            if (staleness.overtaken(begun, page.meta().tags())) {
                return false;
            }
            if (page.status() == NOT_FOUND) {
                nowhere.put(key, page);
            } else if (page.weight() <= limit / LARGEST_SHARE) {
                shows.add(key, page);
                pages.put(key, page);
            }
            rendering.remove(key, mine);
            return true;
        } finally {
            changing.unlock();
        }
    }

    private void polish(PageKey key) {
        KeptPage page = pages.getIfPresent(key);
        if (page != null && !page.polished() && page.stoodFor(settled)) {
            replace(key, page, press.polish(page));
            figures.polished();
        }
    }

    private void replace(PageKey key, KeptPage page, KeptPage by) {
        changing.lock();
        try {
            nowhere.asMap().replace(key, page, by);
            if (pages.asMap().get(key) != page) {
                return;
            }
            shows.add(key, by);
            if (!pages.asMap().replace(key, page, by)) {
                shows.remove(key, by);
            }
        } finally {
            changing.unlock();
        }
    }

    /** A path that led nowhere may lead somewhere now. */
    private void somethingChanged() {
        nowhere.invalidateAll();
        if (rendering.isEmpty() && !disk.keeps()) {
            staleness.forget();
        }
    }

    private void gone(@Nullable PageKey key, @Nullable KeptPage page, RemovalCause cause) {
        if (key != null && page != null && cause != RemovalCause.REPLACED) {
            shows.remove(key, page);
            reads.keep(key, page.takeReads());
            if (cause == RemovalCause.SIZE) {
                disk.add(key, page);
            }
        }
    }
}
