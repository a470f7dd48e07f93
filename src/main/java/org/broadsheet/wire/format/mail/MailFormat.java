package org.broadsheet.wire.format.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.Embedded;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WireItem;

/**
 * A mail (RFC 5322, MIME). Files in it that are wire copy are read as what they are; then the mail is their envelope, and
 * an item of its own only if it tells a story, too.
 */
public final class MailFormat implements WireFormat {
    private static final int HEAD = 16 * 1024;
    private static final int MOST_ITEMS = 5_000;
    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]{0,3}:.*", Pattern.DOTALL);
    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "date",
            "subject",
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "delivered-to",
            "content-type",
            "reply-to",
            "sender");

    private final Function<byte[], Outcome> reader;

    /** @param reader reads a file within a mail, unless that is a mail again */
    public MailFormat(Function<byte[], Outcome> reader) {
        this.reader = reader;
    }

    @Override
    public String name(Content content) {
        return "mail";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Octets octets && isMail(octets.bytes());
    }

    /** Nothing but header fields up to the first empty line, three of them such as every mail has, or two with the sender's. */
    private static boolean isMail(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Set<String> known = new HashSet<>();
        boolean first = true;
        for (String line : head.split("\\r?\\n")) {
            if (line.isEmpty()) {
                break;
            }
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                known.add(field.group(1).toLowerCase(Locale.ROOT));
            } else if (!line.startsWith(" ") && !line.startsWith("\t") && !(first && line.startsWith("From "))) {
                return isEnough(known);
            }
            first = false;
        }
        return isEnough(known);
    }

    private static boolean isEnough(Set<String> fields) {
        long known = fields.stream().filter(KNOWN::contains).count();
        return known >= 3 || (known >= 2 && fields.contains("from"));
    }

    @Override
    public List<WireItem> read(Content content) {
        Content.Octets octets = (Content.Octets) content;
        Part mail = Mime.read(octets.bytes());
        List<WireItem> items = new ArrayList<>();
        letters(mail).forEach(letter -> {
            List<WireItem> enclosed = new ArrayList<>();
            MailItem item = new MailItem(letter);
            for (Part file : item.files()) {
                if (reader.apply(file.bytes()) instanceof Outcome.Accepted accepted) {
                    enclosed.addAll(accepted.items());
                } else {
                    item.unread(file);
                }
            }
            if (enclosed.isEmpty() || item.tellsAStory()) {
                items.add(item.read().item("sha256:" + content.hash() + "#" + items.size()));
            }
            items.addAll(enclosed);
        });
        if (items.size() > MOST_ITEMS) {
            throw new Unreadable("a mail with more than " + MOST_ITEMS + " items");
        }
        return List.copyOf(items);
    }

    /** The mail, and those that it forwards whole. A mail that does nothing but forward is no item. */
    private static List<Part> letters(Part mail) {
        List<Part> letters = new ArrayList<>();
        gather(mail, letters);
        boolean onlyForwards = letters.size() > 1 && new MailItem(mail).isBare();
        return onlyForwards ? letters.subList(1, letters.size()) : letters;
    }

    private static void gather(Part letter, List<Part> letters) {
        if (letter.is("message/rfc822")) {
            letter.parts().forEach(inner -> gather(inner, letters));
            return;
        }
        letters.add(letter);
        forwarded(letter).forEach(inner -> gather(inner, letters));
    }

    private static Stream<Part> forwarded(Part part) {
        return part.parts().stream().flatMap(p -> p.is("message/rfc822") ? p.parts().stream() : forwarded(p));
    }

    @Override
    public Stream<Embedded> embedded(Content content) {
        return pictures(Mime.read(((Content.Octets) content).bytes()));
    }

    private static Stream<Embedded> pictures(Part part) {
        if (part.is("image/")) {
            byte[] bytes = part.bytes();
            List<String> addresses = new ArrayList<>(List.of(Embedded.address(bytes)));
            MailItem.contentId(part).ifPresent(addresses::add);
            part.fileName().ifPresent(addresses::add);
            return Stream.of(new Embedded(List.copyOf(addresses), bytes));
        }
        return part.parts().stream().flatMap(MailFormat::pictures);
    }
}
