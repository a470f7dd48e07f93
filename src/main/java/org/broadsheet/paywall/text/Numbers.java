package org.broadsheet.paywall.text;

import java.util.function.LongConsumer;

/** A set of numbers without a box around each: some 12 to 24 bytes a number. */
public final class Numbers {
    private static final int SMALLEST = 64;

    private long[] table = new long[SMALLEST];
    private boolean nought;
    private int size;

    /** False when it was there already. */
    public boolean add(long number) {
        if (number == 0) {
            boolean fresh = !nought;
            nought = true;
            size += fresh ? 1 : 0;
            return fresh;
        }
        if (size * 2 > table.length) {
            grow();
        }
        int at = place(table, number);
        if (table[at] == number) {
            return false;
        }
        table[at] = number;
        size++;
        return true;
    }

    public boolean has(long number) {
        return number == 0 ? nought : table[place(table, number)] == number;
    }

    public int size() {
        return size;
    }

    public void forEach(LongConsumer each) {
        if (nought) {
            each.accept(0);
        }
        for (long number : table) {
            if (number != 0) {
                each.accept(number);
            }
        }
    }

    /** How many of these are in the other set too. */
    public int sharedWith(Numbers other) {
        int[] shared = new int[1];
        forEach(number -> shared[0] += other.has(number) ? 1 : 0);
        return shared[0];
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long number : table) {
            if (number != 0) {
                larger[place(larger, number)] = number;
            }
        }
        table = larger;
    }

    /** Where it is, or the free place where it would be. */
    private static int place(long[] table, long number) {
        int at = (int) (number ^ number >>> 32) & table.length - 1;
        while (table[at] != 0 && table[at] != number) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }
}
