package org.broadsheet.paywall.audit.crawl;

import java.util.Locale;

/**
 * What came back.
 *
 * @param headers one a line, as sent
 * @param cacheControl of these
 * @param text the body, unpacked; empty where it is a picture or a font
 * @param bytes of the body as it came over the wire
 */
public record Sent(int status, String headers, String cacheControl, String text, int bytes, String location) {
    /** No cache may keep it, not even the reader's own. */
    public boolean isKeptByNobody() {
        String rules = cacheControl.toLowerCase(Locale.ROOT);
        return rules.contains("private") && rules.contains("no-store");
    }
}
