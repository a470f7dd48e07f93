package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Which word was probably meant. Alike by trigrams (the index finds those), near by typing: letters left out, put in,
 * changed or swapped; of the nearest the one most stories have.
 */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;

    /** So many of the nearest are counted in the archive. */
    private static final int COUNTED = 6;

    private final SpellingSql sql;
    private final ToIntFunction<String> stories;

    /** @param stories how many stories have a word */
    Spelling(SpellingSql sql, ToIntFunction<String> stories) {
        this.sql = sql;
        this.stories = stories;
    }

    /** The word that was meant, if another one is near and more than {@code atLeast} stories have it. */
    Optional<String> meant(String word, int atLeast) {
        if (!canBeWrong(word)) {
            return Optional.empty();
        }
        sql.byTrigrams();
        Set<String> candidates = new TreeSet<>(sql.alike(word));
        sql.asUsual();
        candidates.addAll(sql.known(swapped(word)));
        candidates.remove(word);
        record Near(String word, int distance) {}
        List<Near> nearest = candidates.stream()
                .map(each -> new Near(each, distance(word, each)))
                .filter(each -> each.distance() <= allowed(word))
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(each -> each.word().charAt(0) != word.charAt(0))
                        .thenComparing(Near::word))
                .limit(COUNTED)
                .toList();
        Optional<String> best = Optional.empty();
        double score = 0;
        for (Near each : nearest) {
            int count = stories.applyAsInt(each.word());
            double own = count / Math.pow(8, each.distance());
            if (count > atLeast && own > score) {
                best = Optional.of(each.word());
                score = own;
            }
        }
        return best;
    }

    /** The question with these words written otherwise; everything else of it stays as typed. */
    static String rewritten(String text, Map<String, String> meant) {
        StringBuilder written = new StringBuilder(text);
        List<Words.Word> words = Words.of(text);
        for (Words.Word word : words.reversed()) {
            String instead = meant.get(word.folded());
            if (instead != null) {
                written.replace(word.start(), word.end(), instead);
            }
        }
        return written.toString();
    }

    static boolean canBeWrong(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.codePoints().allMatch(Character::isLetter);
    }

    private static int allowed(String word) {
        return word.length() <= 5 ? 1 : 2;
    }

    /** Two neighbours changed over: the slip that trigrams see worst. */
    private static List<String> swapped(String word) {
        List<String> swapped = new ArrayList<>();
        for (int i = 0; i + 1 < word.length(); i++) {
            char[] letters = word.toCharArray();
            char first = letters[i];
            letters[i] = letters[i + 1];
            letters[i + 1] = first;
            swapped.add(new String(letters));
        }
        return swapped;
    }

    /** Slips between two words: one for each letter left out, put in or changed, or pair of neighbours swapped. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = previous;
            previous = row;
            row = spare;
        }
        return previous[b.length()];
    }
}
