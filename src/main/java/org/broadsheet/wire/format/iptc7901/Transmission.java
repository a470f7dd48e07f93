package org.broadsheet.wire.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message cut out of a transmission.
 *
 * @param header the lines before the text
 * @param text between STX and ETX
 * @param footer what follows the text up to the end of the message
 */
record Transmission(String header, String text, String footer) {
    private static final char START_OF_HEADER = '\u0001';
    private static final char START_OF_TEXT = '\u0002';
    private static final char END_OF_TEXT = '\u0003';
    private static final char END_OF_TRANSMISSION = '\u0004';
    private static final Pattern TELETYPE = Pattern.compile("(?m)^[ \\t]*ZCZC\\b");
    /** Keywords in a line of their own: {@code FLOOD-RIVER}, {@code Exampleland/migration/}. */
    private static final Pattern CATCH_LINE = Pattern.compile("[\\p{L}\\d]{2,30}([/-][\\p{L}\\d]{1,30}){1,6}/?");

    private static final Pattern TELETYPE_END = Pattern.compile("(?m)^[ \\t]*NNNN[ \\t]*$");
    /** Shifts, typesetting codes and padding say nothing about the words. */
    private static final Pattern NOISE = Pattern.compile("[\\u0000\\u0005-\\u0008\\u000b\\u000e-\\u001e\\u007f]");

    static List<Transmission> split(String transmission) {
        List<Transmission> messages = new ArrayList<>();
        for (String message : messages(transmission.replace("\r\n", "\n").replace('\r', '\n'))) {
            Transmission cut = cut(message);
            if (!cut.header().isBlank() || !cut.text().isBlank()) {
                messages.add(cut);
            }
        }
        return List.copyOf(messages);
    }

    private static List<String> messages(String text) {
        if (text.indexOf(START_OF_HEADER) >= 0) {
            return between(text, START_OF_HEADER);
        }
        Matcher begin = TELETYPE.matcher(text);
        List<String> found = new ArrayList<>();
        int from = -1;
        while (begin.find()) {
            if (from >= 0) {
                found.add(text.substring(from, begin.start()));
            }
            from = begin.end();
        }
        found.add(from < 0 ? text : text.substring(from));
        return found;
    }

    private static List<String> between(String text, char mark) {
        List<String> found = new ArrayList<>();
        int from = text.indexOf(mark) + 1;
        for (int next = text.indexOf(mark, from); next >= 0; next = text.indexOf(mark, from)) {
            found.add(text.substring(from, next));
            from = next + 1;
        }
        found.add(text.substring(from));
        return found;
    }

    /** A message without its control characters has its first line for a header. */
    private static Transmission cut(String message) {
        int start = message.indexOf(START_OF_TEXT);
        String whole = start < 0 ? untilNnnn(message) : message;
        int stop = whole.indexOf(END_OF_TEXT, Math.max(start, 0));
        int end = whole.indexOf(END_OF_TRANSMISSION, Math.max(Math.max(start, stop), 0));
        String body = whole.substring(0, end < 0 ? whole.length() : end);
        int textEnd = stop < 0 ? body.length() : stop;
        String footer = stop < 0 ? "" : body.substring(stop + 1);
        if (start >= 0) {
            return new Transmission(
                    clean(body.substring(0, start)),
                    clean(body.substring(start + 1, textEnd)),
                    clean(untilNnnn(footer)));
        }
        String open = body.substring(0, textEnd).stripLeading();
        int header = Header.read(open.lines().findFirst().orElse("")).isPresent() ? endOfLine(open, 0) : 0;
        int after = header
                + (open.length()
                        - header
                        - open.substring(header).stripLeading().length());
        int line = endOfLine(open, after);
        int split = header > 0
                        && CATCH_LINE
                                .matcher(open.substring(after, line).strip())
                                .matches()
                ? line
                : header;
        return new Transmission(clean(open.substring(0, split)), clean(open.substring(split)), clean(footer));
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String untilNnnn(String text) {
        Matcher end = TELETYPE_END.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }

    private static String clean(String text) {
        return NOISE.matcher(text).replaceAll("").replace('\u001f', ' ').replace(END_OF_TEXT, '\n');
    }
}
