package org.broadsheet.base.page;

import java.util.List;
import java.util.Optional;

/** A room that makes public pages. */
public interface PageSource {
    /**
     * Makes a page from what the database says now. Called on a virtual thread, once for all who wait for it.
     *
     * @return nothing where the path is not one of this room's, and some other part of the server answers
     */
    Optional<Rendered> render(PageKey key);

    /** Asks one after another. */
    static PageSource first(List<PageSource> sources) {
        List<PageSource> all = List.copyOf(sources);
        return key ->
                all.stream().flatMap(source -> source.render(key).stream()).findFirst();
    }
}
