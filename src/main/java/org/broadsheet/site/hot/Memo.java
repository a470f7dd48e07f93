package org.broadsheet.site.hot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.broadsheet.site.hot.head.Range;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of two parts of a request. A fixed number of places, four for the bytes that fall on them: no
 * bookkeeping on the way, and strangers can push things out but not fill memory.
 */
final class Memo<T> {
    /** Longer bytes are not remembered: with what a reader's session, pass, meter and gifts take, there is room to spare. */
    private static final int LONGEST = 2048;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Places that the same bytes may lie in: two readers who meet on one would push each other out for ever. */
    private static final int WAYS = 4;

    private final AtomicReferenceArray<@Nullable Entry<T>> places;

    /** Whose turn it is to be pushed out; a race about it does no harm. */
    private int turn;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry<T>(byte[] one, byte[] other, T value) {}

    /** @param size a power of two */
    Memo(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("a memo has a power of two of places, not " + size);
        }
        places = new AtomicReferenceArray<>(size);
    }

    @Nullable
    T find(byte[] bytes, Range one, Range other) {
        int place = place(bytes, one, other);
        for (int way = 0; way < WAYS; way++) {
            Entry<T> entry = places.get(place ^ way);
            if (entry != null && same(entry.one, bytes, one) && same(entry.other, bytes, other)) {
                return entry.value;
            }
        }
        return null;
    }

    T keep(byte[] bytes, Range one, Range other, T value) {
        if (one.length() + other.length() <= LONGEST) {
            int place = place(bytes, one, other);
            int way = 0;
            while (way < WAYS - 1 && places.get(place ^ way) != null) {
                way++;
            }
            int last = way == WAYS - 1 ? turn++ & (WAYS - 1) : way;
            places.set(place ^ last, new Entry<>(copy(bytes, one), copy(bytes, other), value));
        }
        return value;
    }

    private static boolean same(byte[] kept, byte[] bytes, Range range) {
        return Arrays.equals(kept, 0, kept.length, bytes, range.from(), range.to());
    }

    private static byte[] copy(byte[] bytes, Range range) {
        return Arrays.copyOfRange(bytes, range.from(), range.to());
    }

    private int place(byte[] bytes, Range one, Range other) {
        long hash = mixed(mixed(1, bytes, one), bytes, other);
        return (int) (hash >>> 40) & (places.length() - 1);
    }

    private static long mixed(long begin, byte[] bytes, Range range) {
        long hash = begin;
        int at = range.from();
        for (; at + Long.BYTES <= range.to(); at += Long.BYTES) {
            hash = (hash ^ (long) EIGHT.get(bytes, at)) * MIX;
            hash ^= hash >>> 29;
        }
        for (; at < range.to(); at++) {
            hash = (hash ^ bytes[at]) * MIX;
        }
        return (hash ^ range.length()) * MIX;
    }
}
