package org.broadsheet.wire.format.xml;

import java.lang.Character.UnicodeBlock;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * The likeliest encoding of bytes that are not UTF-8 and do not say what they are. Each candidate that decodes without
 * an error is weighed by how ordinary the characters are that it gives; ties go to the earlier one.
 */
final class EncodingGuess {
    private static final List<String> CANDIDATES = List.of(
            "EUC-JP", "EUC-KR", "GB2312", "Big5", "Shift_JIS", "TIS-620", "windows-1251", "KOI8-R", "windows-1252");
    private static final int SAMPLE = 64 * 1024;

    private EncodingGuess() {}

    static Optional<Charset> of(byte[] bytes) {
        byte[] sample = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
        Charset best = null;
        double most = 0;
        for (String name : CANDIDATES) {
            Charset charset = Charset.forName(name);
            double weight =
                    Encodings.strictly(sample, charset).map(t -> weigh(t, name)).orElse(0.0);
            if (weight > most) {
                most = weight;
                best = charset;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Mean over the non-ASCII characters of how much each speaks for this encoding. */
    private static double weigh(String text, String charset) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                sum += besideAscii(text, i) ? amongAscii(charset) : weight(c, charset);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** One foreign letter in a word of plain ones is a Western accent, whatever else the byte may mean. */
    private static double amongAscii(String charset) {
        return charset.equals("windows-1252") ? 2 : 0.1;
    }

    private static boolean besideAscii(String text, int at) {
        return (at > 0 && isPlain(text.charAt(at - 1))) || (at + 1 < text.length() && isPlain(text.charAt(at + 1)));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static double weight(char c, String charset) {
        boolean kana = in(c, UnicodeBlock.HIRAGANA) || in(c, UnicodeBlock.KATAKANA);
        boolean han = in(c, UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS);
        return switch (charset) {
            case "EUC-JP", "Shift_JIS" -> kana ? 3 : han ? 1 : wide(c) ? 0.8 : 0;
            case "EUC-KR" -> in(c, UnicodeBlock.HANGUL_SYLLABLES) ? 2 : wide(c) ? 0.5 : 0;
            case "GB2312", "Big5" -> han ? 1.2 : wide(c) ? 0.8 : 0;
            case "TIS-620" -> in(c, UnicodeBlock.THAI) ? 1.1 : 0;
            case "windows-1251", "KOI8-R" -> cyrillic(c);
            default -> Character.isLetter(c) || "“”‘’–—…€£©®".indexOf(c) >= 0 ? 0.6 : 0.2;
        };
    }

    /** Russian text is mostly lower case; read in the wrong one of the two encodings it is mostly upper case. */
    private static double cyrillic(char c) {
        if (!in(c, UnicodeBlock.CYRILLIC)) {
            return 0.1;
        }
        return c >= 'а' && c <= 'я' ? 1 : 0.4;
    }

    private static boolean wide(char c) {
        return in(c, UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION) || in(c, UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);
    }

    private static boolean in(char c, UnicodeBlock block) {
        return block.equals(UnicodeBlock.of(c));
    }
}
