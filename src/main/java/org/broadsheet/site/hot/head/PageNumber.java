package org.broadsheet.site.hot.head;

import java.nio.charset.StandardCharsets;

/** Reads the part of a long list that a query asks for: {@code page=2}. */
public final class PageNumber {
    private static final String NAME = "page=";
    private static final int MOST_DIGITS = 6;

    private PageNumber() {}

    /** From 1; 1 where the query names none; 0 where what it names is no number of a part. */
    static int in(byte[] query, int from, int to) {
        return from == to ? 1 : in(new String(query, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** As {@link #in(byte[], int, int)}. */
    public static int in(String query) {
        int number = 1;
        for (String part : query.split("&")) {
            if (part.startsWith(NAME)) {
                number = read(part.substring(NAME.length()));
            }
        }
        return number;
    }

    private static int read(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.charAt(0) != '0';
        return plain ? Integer.parseInt(digits) : 0;
    }
}
