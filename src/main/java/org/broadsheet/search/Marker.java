package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Marks the words of a text that answer a question, and cuts the part of a body where they stand thickest. */
final class Marker {
    /** Words of a snippet. */
    private static final int SNIPPET = 36;

    /** Words before the first match. */
    private static final int LEAD = 6;

    private final String config;
    private final Set<String> wanted;
    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, Boolean> decided = new HashMap<>();

    /**
     * @param config of the texts: {@code english}, {@code indonesian} or {@code simple}
     * @param wanted the folded words of the question
     */
    Marker(String config, Set<String> wanted) {
        this.config = config;
        this.wanted = wanted;
    }

    /** Words that may share a stem with a wanted one, to be asked of the database in one go: {@link #learn}. */
    Set<String> doubtful(Collection<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            Words.of(text).forEach(word -> seen.add(word.folded()));
        }
        seen.removeIf(word -> !mayMatch(word));
        seen.addAll(wanted);
        return seen;
    }

    void learn(List<SpellingSql.Stem> known) {
        known.forEach(each -> stems.put(each.word(), each.in(config)));
    }

    /** A short text with its matches marked. */
    Passage mark(String text) {
        return passage(text, Words.of(text), 0, text.length());
    }

    /** The part of a body with the most different wanted words, nothing where it has none. */
    Optional<Passage> snippet(String body) {
        List<Words.Word> words = Words.of(body);
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < words.size(); i++) {
            if (matches(words.get(i).folded())) {
                int score = score(words, i);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int first = Math.max(0, best - LEAD);
        int last = Math.min(words.size(), first + SNIPPET) - 1;
        int from = first == 0 ? 0 : words.get(first).start();
        int to = last == words.size() - 1 ? body.length() : words.get(last).end();
        return Optional.of(passage(body, words.subList(first, last + 1), from, to));
    }

    /** Different wanted words count most, then how many there are. */
    private int score(List<Words.Word> words, int from) {
        Set<String> different = new HashSet<>();
        int all = 0;
        for (int i = from; i < Math.min(words.size(), from + SNIPPET - LEAD); i++) {
            String word = words.get(i).folded();
            if (matches(word)) {
                all++;
                different.add(stems.getOrDefault(word, word));
            }
        }
        return different.size() * 100 + all;
    }

    private Passage passage(String text, List<Words.Word> words, int from, int to) {
        List<Passage.Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder(from > 0 ? "… " : "");
        int at = from;
        for (Words.Word word : words) {
            if (matches(word.folded())) {
                plain.append(line(text, at, word.start()));
                if (!plain.isEmpty()) {
                    pieces.add(new Passage.Piece(plain.toString(), false));
                    plain.setLength(0);
                }
                pieces.add(new Passage.Piece(text.substring(word.start(), word.end()), true));
                at = word.end();
            }
        }
        plain.append(line(text, at, to));
        if (to < text.length()) {
            plain.append(" …");
        }
        if (!plain.isEmpty()) {
            pieces.add(new Passage.Piece(plain.toString(), false));
        }
        return new Passage(List.copyOf(pieces));
    }

    private static String line(String text, int from, int to) {
        return text.substring(from, to).replace('\n', ' ');
    }

    private boolean mayMatch(String word) {
        return switch (config) {
            case "english" -> wanted.stream().anyMatch(each -> sharesBeginning(each, word));
            case "indonesian" -> wanted.stream().anyMatch(each -> sharesMiddle(each, word));
            default -> false;
        };
    }

    private static boolean sharesBeginning(String a, String b) {
        int enough = Math.min(3, Math.min(a.length(), b.length()));
        return b.startsWith(a.substring(0, enough));
    }

    /** Indonesian puts its endings before a word too. */
    private static boolean sharesMiddle(String a, String b) {
        for (int i = 0; i + 3 <= a.length(); i++) {
            if (b.contains(a.substring(i, i + 3))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String word) {
        return decided.computeIfAbsent(word, this::decide);
    }

    private boolean decide(String word) {
        String stem = stems.get(word);
        return wanted.contains(word)
                || (stem != null && wanted.stream().anyMatch(each -> stem.equals(stems.get(each))));
    }
}
