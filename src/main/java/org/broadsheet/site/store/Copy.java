package org.broadsheet.site.store;

/**
 * Which of a page's copies one reader gets.
 *
 * @param variant the word that {@link org.broadsheet.base.page.PageKey} carries
 */
public record Copy(String variant, Differs differs) {

    /** What makes one reader's copy of an HTML page differ from another's. */
    public enum Differs {
        /** Nothing but the cookies, so a shared cache may keep it and say so in {@code Vary}. */
        BY_COOKIE,
        /** Who the reader is: the masthead of somebody signed in is for nobody else. */
        BY_READER,
        /**
         * The browser. Naming {@code User-Agent} in {@code Vary} would cost every other reader the shared cache, so this
         * rare copy is nobody's but the reader's.
         */
        BY_BROWSER
    }
}
