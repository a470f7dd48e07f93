package org.broadsheet.search;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reader asks of the archive.
 *
 * @param text as typed, made one line and cut at {@value #LONGEST} characters
 * @param section only in this one
 * @param from printed at this moment or later
 * @param until printed before this moment
 * @param page from 1 to {@value #LAST_PAGE}; a number beyond them counts as the nearest
 */
public record Query(
        String text,
        Order order,
        Spelling spelling,
        Optional<String> section,
        Optional<Instant> from,
        Optional<Instant> until,
        int page) {
    public static final int LONGEST = 200;
    public static final int PAGE_SIZE = 20;
    public static final int LAST_PAGE = 50;

    public enum Order {
        BEST,
        NEWEST
    }

    /** Whether a question that finds nothing may be read as the one that was probably meant. */
    public enum Spelling {
        FORGIVEN,
        AS_TYPED
    }

    public Query {
        text = line(text);
        section = section.filter(slug -> slug.length() <= 80);
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    /** A question in words alone. */
    public static Query of(String text) {
        return new Query(text, Order.BEST, Spelling.FORGIVEN, Optional.empty(), Optional.empty(), Optional.empty(), 1);
    }

    public Query page(int number) {
        return new Query(text, order, spelling, section, from, until, number);
    }

    Query text(String other) {
        return new Query(other, order, spelling, section, from, until, page);
    }

    private static String line(String raw) {
        StringBuilder line = new StringBuilder();
        int kept = 0;
        boolean space = false;
        for (int i = 0; i < raw.length() && kept < LONGEST; i += Character.charCount(raw.codePointAt(i))) {
            int c = raw.codePointAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = !line.isEmpty();
            } else if (c < 0xd800 || c > 0xdfff) {
                if (space) {
                    line.append(' ');
                    kept++;
                }
                space = false;
                line.appendCodePoint(c);
                kept++;
            }
        }
        return line.toString();
    }
}
