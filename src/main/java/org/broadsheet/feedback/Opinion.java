package org.broadsheet.feedback;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.story.StoryId;

/**
 * What a reader thinks, as it was sent.
 *
 * @param story the one it is about; absent when it is about the paper
 * @param words plain text, never markup
 * @param name empty where the reader gave none
 * @param email empty where the reader gave none; not checked
 */
public record Opinion(long id, Optional<StoryId> story, Instant sentAt, String words, String name, String email) {
    /** Characters an opinion has at least, as {@link #length} counts them. */
    public static final int SHORTEST = 30;

    public static final int LONGEST = 5_000;

    /**
     * How long an opinion is, as people count: characters (code points), nothing at either end, white space of any kind
     * and length as one, invisible characters as none. The counter in the page counts the same way (feedback.js).
     */
    public static int length(String words) {
        int length = 0;
        boolean space = false;
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = length > 0;
            } else if (!isInvisible(c)) {
                length += space ? 2 : 1;
                space = false;
            }
        }
        return length;
    }

    /**
     * The words as they are kept: line ends as one character, nothing blank at either end, and without the one character
     * that PostgreSQL cannot hold (U+0000) and lone halves of characters. All else stays as it was sent.
     */
    static String kept(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.replace("\r\n", "\n")
                .codePoints()
                .map(c -> c == '\r' ? '\n' : c)
                .filter(c -> c != 0 && (c < 0xd800 || c > 0xdfff))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff;
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
