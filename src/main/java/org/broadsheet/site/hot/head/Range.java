package org.broadsheet.site.hot.head;

import java.nio.charset.StandardCharsets;

/** A part of some bytes, moved from request to request. Empty where there is nothing. */
public final class Range {
    private int from;
    private int to;

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    void clear() {
        from = 0;
        to = 0;
    }

    void set(int begin, int end) {
        from = begin;
        to = end;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public int length() {
        return to - from;
    }

    public String in(byte[] bytes) {
        return isEmpty() ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
