package org.broadsheet.base.page;

import java.util.Optional;

/** A room that makes public pages. */
public interface PageSource {
    /**
     * Makes a page from what the database says now. Called on a virtual thread, once for all who wait for it.
     *
     * @return nothing where the path is not one of this room's, and some other part of the server answers
     */
    Optional<Rendered> render(PageKey key);
}
