package org.broadsheet.media.darkroom.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.broadsheet.media.words.Words;

/** Letters as they come out of files, made into text that PostgreSQL takes and somebody would print. */
final class Plain {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private Plain() {}

    /**
     * Without control characters (PostgreSQL takes no NUL), and no longer than anybody would print. The second row of
     * them means that Windows wrote its own letters, quotation marks above all, where ISO 8859-1 has none.
     */
    static String of(String text) {
        StringBuilder letters =
                new StringBuilder(text.length() <= 2 * Words.LONGEST ? text : text.substring(0, 2 * Words.LONGEST));
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            if (letter >= 0x80 && letter <= 0x9F) {
                letters.setCharAt(at, new String(new byte[] {(byte) letter}, WINDOWS).charAt(0));
            }
        }
        String clean = letters.toString()
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]", "")
                .strip();
        return clean.length() <= Words.LONGEST
                ? clean
                : clean.substring(0, Words.LONGEST).strip();
    }

    /** UTF-8 where it can be that: other text is almost never valid UTF-8 by chance. */
    static Charset guessed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return WINDOWS;
        }
    }
}
