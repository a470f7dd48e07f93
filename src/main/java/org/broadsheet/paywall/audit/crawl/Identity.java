package org.broadsheet.paywall.audit.crawl;

import java.util.Map;

/**
 * Somebody as whom the paper is read.
 *
 * @param name as the report says it
 * @param headers of every request, {@code User-Agent} and {@code Cookie} among them
 */
public record Identity(String name, Map<String, String> headers, Sees sees) {
    /** What of guarded text may be in an answer to them. */
    public enum Sees {
        /** None. */
        NOTHING,
        /** A metered story at its own address, where nobody may keep the answer. */
        METERED,
        /** All, where nobody may keep the answer. */
        ALL
    }

    public Identity {
        headers = Map.copyOf(headers);
    }

    /** Cookies are a reader's own business. */
    @Override
    public String toString() {
        return name;
    }
}
