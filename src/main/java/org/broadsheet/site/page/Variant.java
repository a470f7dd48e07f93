package org.broadsheet.site.page;

import org.broadsheet.site.words.TextSize;

/**
 * In what ways two readers' copies of the same page may differ. Everyone's pages are kept finished, one for each of these
 * that somebody has asked for.
 *
 * @param text how large the text is
 * @param browser whether the page opens with the notice for browsers below the supported line
 * @param reader what the masthead offers
 */
public record Variant(TextSize text, BrowserLine browser, Reader reader) {
    public static final Variant USUAL = new Variant(TextSize.MEDIUM, BrowserLine.SUPPORTED, Reader.STRANGER);

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

    public boolean outOfDate() {
        return browser == BrowserLine.OUT_OF_DATE;
    }
}
