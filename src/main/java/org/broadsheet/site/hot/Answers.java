package org.broadsheet.site.hot;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.site.store.EntityTags;
import org.broadsheet.site.store.Form;
import org.broadsheet.site.store.KeptPage;
import org.broadsheet.site.store.PageStore;
import org.broadsheet.site.store.StoreFigures;
import org.jspecify.annotations.Nullable;

/** Chooses which page goes out, and counts it. The only place where a face of a guarded page is handed out. */
final class Answers {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int MOST_ATTEMPTS = 8;

    private final PageStore store;
    private final StoreFigures figures;

    Answers(PageStore store) {
        this.store = store;
        this.figures = store.figures();
    }

    /** The answer if all it needs is here now; never waits, and spends nothing. */
    @Nullable
    Answer atHand(Asked asked) {
        PageKey key = asked.key();
        if (asked.visitor().unknown(key.path())) {
            return null;
        }
        KeptPage page = store.kept(key);
        if (page != null && page.guard().isPresent()) {
            String face = asked.visitor().face(page.guard().get(), asked.coming());
            key = face == null ? key : key.showing(face);
            page = face == null ? null : shown(page, store.kept(key));
        }
        Form form = page == null ? null : page.form(asked.encoding());
        return page == null || form == null ? null : answer(new Chosen(key, page, form), asked);
    }

    /** The answer, made now if need be; waits. Nothing where no room makes a page for this path. */
    Optional<Answer> made(Asked asked, Supplier<InetAddress> from) {
        figures.missed();
        Optional<KeptPage> page = page(asked.key(), asked);
        if (page.isEmpty() || !asked.visitor().unknown(asked.key().path())) {
            return page.map(there -> decided(asked, there, from));
        }
        Visitor.Met met = asked.visitor().met();
        Asked now = asked.by(met.visitor());
        KeptPage own = now.key().equals(asked.key())
                ? page.get()
                : page(now.key(), now).orElseThrow();
        return Optional.of(decided(now, own, from).with(met.cookies()));
    }

    /**
     * The page is handed on and not asked for again: a store that is full may already have dropped it for another.
     * What was decided is compared with what the face itself says: a story that becomes one for subscribers meanwhile is
     * decided upon again.
     */
    private Answer decided(Asked asked, KeptPage first, Supplier<InetAddress> from) {
        List<String> cookies = new ArrayList<>();
        Asked now = asked;
        KeptPage page = first;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (page.guard().isEmpty()) {
                return made(now.key(), page, now).with(cookies);
            }
            Visitor.Met met = now.visitor().met(page.guard().get(), now.coming(), from);
            cookies.addAll(met.cookies());
            if (met.face().isEmpty()) {
                return Answer.notYet();
            }
            now = now.by(met.visitor());
            PageKey key = now.key().showing(met.face().get());
            KeptPage shown = shown(page, page(key, now).orElse(null));
            if (shown != null) {
                return made(key, shown, now).with(cookies);
            }
            page = page(now.key(), now).orElseThrow();
        }
        throw new IllegalStateException(asked.key().path() + " changes faster than it can be decided upon");
    }

    private static @Nullable KeptPage shown(KeptPage decidedUpon, @Nullable KeptPage face) {
        return face != null && face.guard().equals(decidedUpon.guard()) ? face : null;
    }

    private Optional<KeptPage> page(PageKey key, Asked asked) {
        return store.page(key, asked.visitor().copy(key.path()), asked.encoding());
    }

    private Answer made(PageKey key, KeptPage page, Asked asked) {
        return answer(new Chosen(key, page, store.form(key, page, asked.encoding())), asked);
    }

    void failed() {
        figures.failed();
    }

    private record Chosen(PageKey key, KeptPage page, Form form) {}

    private Answer answer(Chosen chosen, Asked asked) {
        KeptPage page = chosen.page;
        Form form = chosen.form;
        if (!page.polished()) {
            store.asked(chosen.key, page);
        }
        boolean fresh = page.status() == OK
                && !form.tag().isEmpty()
                && !asked.ifNoneMatch().isEmpty()
                && EntityTags.match(asked.ifNoneMatch(), form.tag());
        if (asked.method() == Asked.Method.GET
                && page.status() == OK
                && asked.visitor().person()) {
            page.read();
        }
        if (fresh) {
            figures.unchanged();
            return new Answer(NOT_MODIFIED, form.unchanged(), Answer.NOTHING);
        }
        figures.served();
        boolean bodiless = asked.method() == Asked.Method.HEAD;
        return new Answer(page.status(), form.head(), bodiless ? Answer.NOTHING : form.body());
    }
}
