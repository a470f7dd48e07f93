package org.broadsheet.paywall.text;

/**
 * Runs of eight words, each as a number of 64 bits. Runs are the same when their words are; two that are not have the same
 * number once in many thousands of millions. Where characters count for parts of words, a run goes on until they make eight.
 */
public final class Shingles {
    /** Words in a run: docs/rationale says why so many. */
    public static final int WORDS = 8;

    private static final int WEIGHT = WORDS * Words.WHOLE;
    private static final long STEP = 0x2545F4914F6CDD1DL;

    private Shingles() {}

    /** Told of every run. */
    public interface Each {
        /**
         * @param first number of the run's first word
         * @param last number of its last word
         */
        void run(long number, int first, int last);
    }

    public static void of(Words words, Each each) {
        of(words, WEIGHT, each);
    }

    /** Runs that lack one word of a whole one. */
    public static void almost(Words words, Each each) {
        of(words, WEIGHT - Words.WHOLE, each);
    }

    private static void of(Words words, int wanted, Each each) {
        for (int first = 0; first < words.size(); first++) {
            long number = 0;
            int weight = 0;
            int at = first;
            while (at < words.size() && weight < wanted) {
                number = number * STEP + words.number(at);
                weight += words.weight(at);
                at++;
            }
            if (weight < wanted) {
                return;
            }
            each.run(finished(number), first, at - 1);
        }
    }

    public static Numbers in(Words words) {
        Numbers numbers = new Numbers();
        of(words, (number, first, last) -> numbers.add(number));
        return numbers;
    }

    /** All runs of a text, whatever mark-up it has. */
    public static Numbers in(String text) {
        Numbers numbers = new Numbers();
        for (String reading : Readings.of(text)) {
            of(Words.of(reading), (number, first, last) -> numbers.add(number));
        }
        return numbers;
    }

    /** Spreads every bit over all of them, so that the low ones alone tell runs apart. */
    private static long finished(long number) {
        long mixed = (number ^ number >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
