package org.broadsheet.base.http;

import java.util.Optional;

/** Reads one cookie out of a {@code Cookie} header (RFC 6265, 5.4). */
public final class Cookies {
    private Cookies() {}

    /** The first of that name, as a browser sends the one with the longest path first. */
    public static Optional<String> named(String name, String header) {
        for (String pair : header.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }
}
