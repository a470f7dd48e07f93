package org.broadsheet.site.store;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Header fields as lines, in the order in which they are added. */
final class HeaderLines {
    private final StringBuilder lines = new StringBuilder(1_024);
    private final Set<String> own;

    /** @param own names of fields that a page brings itself, which win over the store's */
    HeaderLines(Set<String> own) {
        this.own = own;
    }

    HeaderLines add(String name, String value) {
        return own.contains(name) ? this : addOwn(name, value);
    }

    /** @throws IllegalArgumentException for a header that would not stay one line: someone's bytes got into it */
    HeaderLines addOwn(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                throw new IllegalArgumentException("the header " + name + " holds a character it may not");
            }
        }
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** With the empty line that ends them. */
    byte[] written() {
        return lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
