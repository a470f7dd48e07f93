package org.broadsheet.wire.format.iptc7901;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WireItem;

/** IPTC 7901: messages of plain text, each with a line of figures before it and its time after it. */
public final class Iptc7901 implements WireFormat {
    private static final int HEAD = 2_048;
    private static final int MOST = 2_000;
    private static final int LONGEST = 2_000_000;
    /**
     * Synchronisation, padding and blanks, the mark, and a line of letters after it: other files begin with the octet 1,
     * too.
     */
    private static final Pattern BEGINS = Pattern.compile(
            "[\\u0016\\u0000\\u007f\\s]{0,200}+(\\u0001[\\s\\u0016]{0,20}+\\w[^\\u0000-\\u0008\\u000a-\\u0010]{3,300}+[\\u0002\\r\\n]|ZCZC\\b).*",
            Pattern.DOTALL);

    @Override
    public String name(Content content) {
        return "iptc7901";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Octets octets && begins(octets.bytes());
    }

    /** By its control characters, by ZCZC, or, where a gateway has lost both, by a header and an end that fit. */
    private static boolean begins(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\\u00ef\\u00bb\\u00bf", "");
        if (BEGINS.matcher(head).matches()) {
            return true;
        }
        int from = Math.max(0, bytes.length - HEAD);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        return Header.isStrictly(head.strip().lines().findFirst().orElse(""))
                && tail.strip()
                        .lines()
                        .reduce((_, last) -> last)
                        .flatMap(Sent::read)
                        .isPresent();
    }

    @Override
    public List<WireItem> read(Content content) {
        Content.Octets octets = (Content.Octets) content;
        String text =
                Encodings.decode(octets.bytes(), octets.transport().charset()).text();
        List<WireItem> items = new ArrayList<>();
        for (Transmission message : Transmission.split(text)) {
            if (items.size() == MOST) {
                throw new Unreadable("more than " + MOST + " messages in one transmission");
            }
            if (message.text().length() > LONGEST) {
                throw new Unreadable("a message of more than " + LONGEST + " characters");
            }
            items.add(new Message(message).read().item("sha256:" + content.hash() + "#" + items.size()));
        }
        if (items.isEmpty()) {
            throw new Unreadable("a transmission of IPTC 7901 without a message");
        }
        return List.copyOf(items);
    }
}
