package org.broadsheet.site.hot;

import java.util.Optional;
import org.broadsheet.site.store.EntityTags;
import org.broadsheet.site.store.Form;
import org.broadsheet.site.store.KeptPage;
import org.broadsheet.site.store.PageStore;
import org.broadsheet.site.store.StoreFigures;
import org.broadsheet.story.Reach;
import org.jspecify.annotations.Nullable;

/** Chooses what of a page goes out, and counts it. The only place where a guarded page is opened. */
final class Answers {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final PageStore store;
    private final StoreFigures figures;

    Answers(PageStore store) {
        this.store = store;
        this.figures = store.figures();
    }

    /** The answer if all it needs is here now; never waits. */
    @Nullable
    Answer atHand(Asked asked) {
        KeptPage page = store.kept(asked.key());
        Form form = page == null ? null : atHand(page, asked);
        return page == null || form == null ? null : answer(page, form, asked);
    }

    /** The answer, made now if need be; waits. Nothing where no room makes a page for this path. */
    Optional<Answer> made(Asked asked) {
        figures.missed();
        return store.page(asked.key(), asked.visitor().copy(asked.key().path())).map(page -> {
            Form form = atHand(page, asked);
            return answer(page, form == null ? make(page, asked) : form, asked);
        });
    }

    void failed() {
        figures.failed();
    }

    private static @Nullable Form atHand(KeptPage page, Asked asked) {
        Optional<Reach> reach = page.reach();
        return reach.isEmpty()
                ? page.form(asked.encoding())
                : page.form(asked.visitor().access(reach.get()), asked.encoding());
    }

    private Form make(KeptPage page, Asked asked) {
        Optional<Reach> reach = page.reach();
        return reach.isEmpty()
                ? store.form(asked.key(), page, asked.encoding())
                : store.form(asked.key(), page, asked.visitor().access(reach.get()), asked.encoding());
    }

    private Answer answer(KeptPage page, Form form, Asked asked) {
        if (!page.polished()) {
            store.asked(asked.key(), page);
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
