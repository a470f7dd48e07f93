package org.broadsheet.wire.format.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Embedded;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WirePicture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** One letter of a mail as an item. */
final class MailItem {
    /** From so many words on a text beside enclosed wire copy is a story and no "please find attached". */
    private static final int STORY = 60;

    private static final int SMALLEST_PICTURE = 3;

    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^<>\"]*+)\"?\\s*<([^<>]*+)>.*");
    /** {@code desk@nord.example (Desk North)}, as older programs have it. */
    private static final Pattern REMARKED = Pattern.compile("[^()\\s]++\\s*\\(([^()]*+)\\).*");

    private final Part letter;
    private final WireDraft draft = new WireDraft();
    private final List<Part> texts = new ArrayList<>();
    private final List<Part> pictures = new ArrayList<>();
    private final List<Part> files = new ArrayList<>();
    private final Prose plain;
    private final Prose html;

    MailItem(Part letter) {
        this.letter = letter;
        sort(letter);
        this.plain = plainProse();
        this.html = html().map(h -> Prose.ofHtml(Texts.of(h), Optional.empty())).orElse(Prose.NONE);
    }

    private void sort(Part part) {
        if (part.is("multipart/")) {
            part.parts().forEach(this::sort);
        } else if (part.is("image/")) {
            pictures.add(part);
        } else if (isText(part)) {
            texts.add(part);
        } else if (!part.is("message/")) {
            files.add(part);
        }
    }

    /** A text with a file's name is a file even where it is shown in line. */
    private static boolean isText(Part part) {
        boolean text = part.type().equals("text/plain") || part.type().equals("text/html");
        return text && !part.isAttachment() && part.fileName().isEmpty();
    }

    List<Part> files() {
        return List.copyOf(files);
    }

    /** A file that is no wire copy stays in the mail; its name is noted. */
    void unread(Part file) {
        draft.unmapped("attachment", file.fileName().orElse("") + " " + file.type());
    }

    boolean tellsAStory() {
        return words(prose()) >= STORY;
    }

    boolean isBare() {
        return words(prose()) == 0 && pictures.isEmpty() && files.isEmpty();
    }

    private static int words(Prose prose) {
        return prose.paragraphs().stream().mapToInt(p -> p.split("\\s+").length).sum();
    }

    WireDraft read() {
        draft.at("Message-ID")
                .guid(letter.header("Message-ID")
                        .map(id -> id.replaceAll("[<>\\s]", ""))
                        .filter(id -> !id.isEmpty()));
        draft.at("Subject").headline(letter.header("Subject").map(Words::decode).flatMap(Prose::oneLine));
        draft.at("Date")
                .published(letter.header("Date").flatMap(MailItem::date))
                .updated(letter.header("Date").flatMap(MailItem::date));
        draft.at("From").provider(letter.header("From").flatMap(MailItem::sender));
        draft.at("Content-Language").language(letter.header("Content-Language").flatMap(Languages::tag));
        draft.at("Keywords");
        letter.header("Keywords")
                .ifPresent(k -> Stream.of(Words.decode(k).split(","))
                        .flatMap(word -> Prose.oneLine(word).stream())
                        .forEach(draft::keyword));
        for (String name : List.of("In-Reply-To", "References", "List-Id", "Sender", "Organization")) {
            letter.header(name).ifPresent(value -> draft.unmapped(name, Words.decode(value)));
        }
        Prose prose = prose();
        draft.at(place()).body(prose.html(), prose.paragraphs());
        pictures(prose);
        draft.kind(Optional.of(draft.hasBody() ? "text" : pictures.isEmpty() ? "text" : "picture"));
        return draft;
    }

    private static Optional<org.broadsheet.wire.item.WireTime> date(String written) {
        return Dates.read(written.replaceAll("\\([^()]{0,60}\\)", " ").strip());
    }

    /** The name, else the address; taken apart before it is decoded, for a name may have a comma in it. */
    private static Optional<String> sender(String from) {
        String line = from.length() > 500 ? from.substring(0, 500) : from;
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return Prose.oneLine(Words.decode(named.group(1))).or(() -> Prose.oneLine(named.group(2)));
        }
        Matcher remarked = REMARKED.matcher(line);
        return Prose.oneLine(Words.decode(remarked.matches() ? remarked.group(1) : line));
    }

    private Optional<Part> html() {
        return texts.stream().filter(t -> t.is("text/html")).findFirst();
    }

    private String place() {
        return isPlainBetter() ? "text/plain" : "text/html";
    }

    private Prose plainProse() {
        String all = String.join(
                "\n\n",
                texts.stream().filter(t -> t.is("text/plain")).map(Texts::of).toList());
        Texts.Signed signed = Texts.Signed.of(all);
        draft.unmapped("signature", signed.signature());
        return Prose.ofText(signed.text());
    }

    /** Plain text goes first, unless it says hardly more than that the mail is to be read in another way. */
    private boolean isPlainBetter() {
        return words(plain) > 0 && 4 * words(plain) >= words(html);
    }

    private Prose prose() {
        return isPlainBetter() ? plain : html;
    }

    /** Those in the mail; and those that its HTML points to, but not the invisible ones that count readers. */
    private void pictures(Prose prose) {
        Map<String, String> alternatives = alternatives();
        for (Part picture : pictures) {
            String address = contentId(picture).orElseGet(() -> Embedded.address(picture.bytes()));
            draft.at(picture.type() + picture.fileName().map(n -> " " + n).orElse(""));
            draft.picture(WirePicture.at(address)
                    .sized(Optional.empty(), Optional.empty(), Optional.of(picture.type()))
                    .saying(Optional.ofNullable(alternatives.get(address)).flatMap(Prose::oneLine))
                    .described(
                            picture.header("Content-Description")
                                    .map(Words::decode)
                                    .flatMap(Prose::oneLine),
                            Optional.empty(),
                            Optional.empty()));
        }
        draft.at("text/html");
        prose.pictures().stream()
                .filter(p -> p.width().orElse(SMALLEST_PICTURE) >= SMALLEST_PICTURE
                        && p.height().orElse(SMALLEST_PICTURE) >= SMALLEST_PICTURE)
                .forEach(draft::picture);
    }

    private Map<String, String> alternatives() {
        Map<String, String> found = new LinkedHashMap<>();
        html().map(Texts::of).filter(h -> h.contains("cid:")).ifPresent(h -> {
            for (Element img : Jsoup.parse(h).select("img[src^=cid:]")) {
                found.putIfAbsent(img.attr("src").strip(), img.attr("alt"));
            }
        });
        return found;
    }

    /** As the mail's HTML names it (RFC 2392). */
    static Optional<String> contentId(Part part) {
        return part.header("Content-ID")
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .filter(id -> !id.isEmpty())
                .map(id -> "cid:" + id);
    }
}
