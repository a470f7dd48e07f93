package org.broadsheet.wire.format.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters the bytes mean: a byte order mark first, then what the transport said, then the document's own
 * declaration, then UTF-8; what does not decode so is read as what it most looks like.
 */
public final class Encodings {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:\\-]{1,40})\\s*[\"']");
    private static final int HEAD = 1024;
    /** Labels that senders use for something wider than they name, as browsers read them (WHATWG Encoding). */
    private static final Map<String, String> WIDER = Map.of(
            "iso-8859-1", "windows-1252",
            "iso8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "iso-8859-9", "windows-1254",
            "tis-620", "windows-874",
            "shift_jis", "windows-31j");

    private Encodings() {}

    /** Text with the encoding that was used, and what had to be mended. */
    public record Decoded(String text, String encoding, List<String> repairs) {}

    /** Decodes a document; {@code transport} is the charset of an HTTP header where there was one. */
    public static Decoded decode(byte[] bytes, Optional<String> transport) {
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return new Decoded(strip(loosely(bytes, marked.get())), marked.get().name(), List.of());
        }
        Optional<String> declared = declaration(bytes);
        for (Optional<String> label : List.of(transport, declared)) {
            Optional<Charset> charset = label.flatMap(Encodings::charset);
            Optional<String> text = charset.flatMap(c -> strictly(bytes, c));
            if (text.isPresent()) {
                return new Decoded(strip(text.get()), label.get(), List.of());
            }
        }
        List<String> repairs = declared.map(d -> List.of("the declared encoding " + d + " does not fit the bytes"))
                .orElse(List.of());
        return strictly(bytes, StandardCharsets.UTF_8)
                .map(text -> new Decoded(strip(text), "UTF-8", repairs))
                .orElseGet(() -> guess(bytes));
    }

    private static Decoded guess(byte[] bytes) {
        Charset best = EncodingGuess.of(bytes).orElse(WINDOWS_1252);
        return new Decoded(
                strip(loosely(bytes, best)), best.name(), List.of("no encoding fits; read as " + best.name()));
    }

    static String windows1252(byte b) {
        return new String(new byte[] {b}, WINDOWS_1252);
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (starts(b, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(b, 0, 0, 0xfe, 0xff) || starts(b, 0, 0, 0, '<')) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (starts(b, 0xff, 0xfe, 0, 0) || starts(b, '<', 0, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(b, 0xfe, 0xff) || starts(b, 0, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (starts(b, 0xff, 0xfe) || starts(b, '<', 0)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> declaration(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD);
        Optional<String> ascii = declared(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        // EBCDIC: "<?xm" is 4C 6F A7 94 there (XML 1.0, appendix F).
        return starts(bytes, 0x4c, 0x6f, 0xa7, 0x94)
                ? declared(new String(bytes, 0, length, Charset.forName("IBM037")))
                : ascii.filter(label -> !label.toLowerCase(Locale.ROOT).startsWith("utf-16")
                        && !label.toLowerCase(Locale.ROOT).startsWith("utf-32"));
    }

    private static Optional<String> declared(String head) {
        Matcher m = DECLARED.matcher(head);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String label) {
        String wanted = WIDER.getOrDefault(label.strip().toLowerCase(Locale.ROOT), label.strip());
        try {
            return Optional.of(Charset.forName(wanted));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Several times quicker than a decoder that reports, and as strict: what is malformed would leave a mark.
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') < 0) {
                return Optional.of(text);
            }
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return charset.equals(WINDOWS_1252) ? Optional.of(loosely(bytes, charset)) : Optional.empty();
        }
    }

    private static String loosely(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    private static String strip(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
