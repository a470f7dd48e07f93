package org.broadsheet.base;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param more true when another part follows
 */
public record Part<T>(List<T> entries, boolean more) {

    public Part {
        entries = List.copyOf(entries);
    }

    /** The part that was asked for, of entries fetched with one more than its size. */
    public static <T> Part<T> of(List<T> oneMore, Slice slice) {
        boolean more = oneMore.size() > slice.size();
        return new Part<>(more ? oneMore.subList(0, slice.size()) : oneMore, more);
    }

    public <R> Part<R> map(Function<T, R> each) {
        return new Part<>(entries.stream().map(each).toList(), more);
    }
}
