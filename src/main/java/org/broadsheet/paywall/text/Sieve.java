package org.broadsheet.paywall.text;

/**
 * Says of a number that it is surely not among those put in, or that it may be (a Bloom filter). Never wrong when it says
 * "not"; what "may be" is looked up afterwards. Bounded, so that the memory it takes does not grow with the archive: past
 * some twelve million runs it says "may be" more often, and nothing else changes.
 */
public final class Sieve {
    private static final int BITS_A_NUMBER = 16;
    private static final int SMALLEST = 1 << 16;
    /** 32 MB. */
    private static final long LARGEST = 1L << 28;

    private static final int LOOKS = 4;

    private final long[] bits;
    private final long mask;

    /** @param numbers about how many will be put in */
    public Sieve(long numbers) {
        long wanted = Math.clamp(numbers * BITS_A_NUMBER, SMALLEST, LARGEST);
        long size = Long.highestOneBit(wanted - 1) << 1;
        this.bits = new long[(int) (size >>> 6)];
        this.mask = size - 1;
    }

    public void add(long number) {
        long second = second(number);
        for (int look = 0; look < LOOKS; look++) {
            long bit = number + look * second & mask;
            bits[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    public boolean mayHave(long number) {
        long second = second(number);
        for (int look = 0; look < LOOKS; look++) {
            long bit = number + look * second & mask;
            if ((bits[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long second(long number) {
        return number >>> 32 | 1;
    }
}
