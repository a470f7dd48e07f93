package org.broadsheet.site.page;

import org.broadsheet.base.words.TextSize;

/**
 * In what ways two readers' copies of the same page may differ. Everyone's pages are kept finished, one for each of these
 * that somebody has asked for.
 *
 * @param text how large the text is
 * @param browser whether the page opens with the notice for browsers below the supported line
 * @param reader what the masthead offers
 * @param letters in whose fonts the page is set
 */
public record Variant(TextSize text, BrowserLine browser, Reader reader, Letters letters) {
    public static final Variant USUAL =
            new Variant(TextSize.MEDIUM, BrowserLine.SUPPORTED, Reader.STRANGER, Letters.SYSTEM);

    /** On which side of the supported line of docs/browsers.md a browser is. */
    public enum BrowserLine {
        SUPPORTED,
        OUT_OF_DATE
    }

    /** As whom the masthead takes somebody; what they may read is decided elsewhere. */
    public enum Reader {
        STRANGER,
        REGISTERED,
        SUBSCRIBER
    }

    /** The fonts of a page. */
    public enum Letters {
        /** The reader's own, until the paper's have been fetched. */
        SYSTEM,
        /** The paper's: this browser has them. */
        OWN;

        /** Set by {@code js/letters.js} when the browser has the paper's fonts. */
        public static final String COOKIE = "letters";

        public static Letters ofWord(String word) {
            return word.equals("own") ? OWN : SYSTEM;
        }
    }

    public boolean ownLetters() {
        return letters == Letters.OWN;
    }

    public boolean outOfDate() {
        return browser == BrowserLine.OUT_OF_DATE;
    }
}
