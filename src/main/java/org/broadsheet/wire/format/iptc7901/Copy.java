package org.broadsheet.wire.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a message taken apart: the lines above the story, the story's paragraphs with their lines joined, and what
 * the agency adds for editors.
 *
 * @param head one entry a line
 */
record Copy(List<String> head, List<String> paragraphs, Optional<String> note) {
    private static final int MOST_HEAD = 10;
    private static final int LONGEST_HEADLINE = 160;
    /** Wire lines are of some seventy characters; a paragraph in one line is far longer. */
    private static final int LONG_LINE = 100;

    private static final int LONGEST_LINE = 1_000;

    private static final Pattern NOT_FOR_PRINT =
            Pattern.compile("(?i)#+ *(notebook|notizblock|notepad)\\b.*|.*\\bis not (intended )?for publication\\b.*"
                    + "|.*\\bnicht (zur|für die) Veröffentlichung bestimmt\\b.*");
    private static final Pattern RULE = Pattern.compile("[-*_= ]{3,}");

    static Copy of(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (NOT_FOR_PRINT.matcher(lines.get(i).strip()).matches()) {
                end = i;
                break;
            }
        }
        Optional<String> note = Optional.of(
                        String.join("\n", lines.subList(end, lines.size())).strip())
                .filter(n -> !n.isEmpty());
        List<String> print = lines.subList(0, end);
        int body = body(print);
        return new Copy(head(print.subList(0, body)), paragraphs(print.subList(body, print.size())), note);
    }

    /** ANPA marks the head's lines. Else it ends with a line that ends in "=", or it is one line with an empty or an indented one after it. */
    private static int body(List<String> lines) {
        if (!lines.isEmpty() && lines.getFirst().startsWith("^")) {
            return (int) lines.stream().takeWhile(l -> l.startsWith("^")).count();
        }
        for (int i = 0; i < Math.min(MOST_HEAD, lines.size()); i++) {
            if (isHead(lines, i)) {
                return isHead(lines, i + 1) ? i + 2 : i + 1;
            }
        }
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first + 1 >= lines.size()) {
            return 0;
        }
        String line = lines.get(first).strip();
        boolean apart = lines.get(first + 1).isBlank() || isIndented(lines.get(first + 1));
        boolean headline = line.length() <= LONGEST_HEADLINE && !line.endsWith(".") && !isIndented(lines.get(first));
        return apart && headline ? first + 1 : 0;
    }

    private static boolean isHead(List<String> lines, int at) {
        return at < lines.size() && shortened(lines.get(at)).endsWith("=");
    }

    private static List<String> head(List<String> lines) {
        return lines.stream()
                .map(Copy::shortened)
                .map(l -> l.startsWith("^") ? l.substring(1).strip() : l)
                .map(l -> l.endsWith("=") || l.endsWith("<")
                        ? l.substring(0, l.length() - 1).strip()
                        : l)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    /** Lines above a story are short; of one that is not no more is read than is any use. */
    static String shortened(String line) {
        String words = line.strip();
        return words.length() > LONGEST_LINE ? words.substring(0, LONGEST_LINE) : words;
    }

    private static List<String> paragraphs(List<String> lines) {
        List<String> found = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            String words = line.strip();
            boolean parts =
                    words.isEmpty() || isIndented(line) || RULE.matcher(words).matches();
            if (parts || (!open.isEmpty() && line.length() > LONG_LINE)) {
                close(open, found);
            }
            if (!words.isEmpty() && !RULE.matcher(words).matches()) {
                join(open, words);
            }
            if (line.length() > LONG_LINE) {
                close(open, found);
            }
        }
        close(open, found);
        return List.copyOf(found);
    }

    private static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t") || line.startsWith("\u00a0\u00a0");
    }

    /** A hyphen at a line's end is one of the word's own: the wire does not part words. */
    private static void join(StringBuilder open, String words) {
        int last = open.length() - 1;
        boolean hyphen = last > 0 && open.charAt(last) == '-' && Character.isLetter(open.charAt(last - 1));
        if (!open.isEmpty() && !hyphen) {
            open.append(' ');
        }
        open.append(words.replaceAll("\\s+", " "));
    }

    private static void close(StringBuilder open, List<String> found) {
        if (!open.isEmpty()) {
            found.add(open.toString());
            open.setLength(0);
        }
    }
}
