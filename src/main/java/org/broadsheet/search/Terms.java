package org.broadsheet.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question asks for: every one of {@code all}, none of {@code none}. Written as readers write: words,
 * {@code "phrases"}, {@code -without}, {@code or} (in Indonesian {@code atau}) between two terms.
 */
record Terms(List<Choice> all, List<Phrase> none) {
    /** Words of a question that are looked at; what comes after them is not. */
    static final int MOST_WORDS = 24;

    /** Words that stand together in this order. */
    record Phrase(List<String> words) {
        String tsquery() {
            return joined(" <-> ");
        }

        private String joined(String how) {
            return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(how, "(", ")"));
        }
    }

    /** One of these is enough. */
    record Choice(List<Phrase> phrases) {
        String tsquery() {
            return phrases.stream().map(Phrase::tsquery).collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    static Terms of(String text) {
        Reading reading = new Reading(text);
        reading.read();
        return new Terms(List.copyOf(reading.all), List.copyOf(reading.none));
    }

    /** Nothing to look for; a question that only excludes asks for nothing. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** As {@code to_tsquery} reads it. Words hold letters, digits and marks only, so nothing in them needs escaping. */
    String tsquery() {
        return Stream.concat(all.stream().map(Choice::tsquery), none.stream().map(phrase -> "!" + phrase.tsquery()))
                .collect(Collectors.joining(" & "));
    }

    /** The same with each phrase as words anywhere; whatever answers {@link #tsquery} answers this too. */
    String loose() {
        Stream<String> wanted = all.stream()
                .map(choice -> choice.phrases().stream()
                        .map(phrase -> phrase.joined(" & "))
                        .collect(Collectors.joining(" | ", "(", ")")));
        Stream<String> unwanted =
                none.stream().filter(phrase -> phrase.words().size() == 1).map(phrase -> "!" + phrase.tsquery());
        return Stream.concat(wanted, unwanted).collect(Collectors.joining(" & "));
    }

    /** The words wanted, each once, in their order. */
    Set<String> wanted() {
        return all.stream()
                .flatMap(choice -> choice.phrases().stream())
                .flatMap(phrase -> phrase.words().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Walks a question once, from left to right. */
    private static final class Reading {
        private static final Set<String> OR = Set.of("or", "atau", "|");

        private final String text;
        private final Set<Choice> all = new LinkedHashSet<>();
        private final Set<Phrase> none = new LinkedHashSet<>();
        private boolean joins;
        private int words;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        void read() {
            while (at < text.length() && words < MOST_WORDS) {
                char c = text.charAt(at);
                if (isSpace(c)) {
                    at++;
                } else {
                    term(c);
                }
            }
        }

        private void term(char first) {
            boolean without = (first == '-' || first == '\u2212' || first == '!')
                    && at + 1 < text.length()
                    && !isSpace(text.charAt(at + 1));
            if (without) {
                at++;
            }
            boolean quoted = isQuote(text.charAt(at));
            String raw = quoted ? untilQuote() : untilSpace();
            if (!quoted && !without && OR.contains(raw.toLowerCase(Locale.ROOT))) {
                joins = !all.isEmpty();
                return;
            }
            List<String> found = Words.of(raw).stream()
                    .map(Words.Word::folded)
                    .limit(MOST_WORDS - words)
                    .toList();
            if (!found.isEmpty()) {
                words += found.size();
                add(new Phrase(found), without);
            }
        }

        private void add(Phrase phrase, boolean without) {
            if (without) {
                none.add(phrase);
            } else if (joins) {
                Choice last = all.stream().reduce((before, after) -> after).orElseThrow();
                all.remove(last);
                List<Phrase> wider = new ArrayList<>(last.phrases());
                wider.add(phrase);
                all.add(new Choice(List.copyOf(wider)));
            } else {
                all.add(new Choice(List.of(phrase)));
            }
            joins = false;
        }

        /** What stands between this quotation mark and the next, or the end. */
        private String untilQuote() {
            int begin = ++at;
            while (at < text.length() && !isQuote(text.charAt(at))) {
                at++;
            }
            String inside = text.substring(begin, at);
            at = Math.min(text.length(), at + 1);
            return inside;
        }

        private String untilSpace() {
            int begin = at;
            while (at < text.length() && !isSpace(text.charAt(at)) && !isQuote(text.charAt(at))) {
                at++;
            }
            return text.substring(begin, at);
        }

        private static boolean isSpace(char c) {
            return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u00ab' || c == '\u00bb';
        }
    }
}
