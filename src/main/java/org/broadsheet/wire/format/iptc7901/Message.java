package org.broadsheet.wire.format.iptc7901;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireSubject;
import org.broadsheet.wire.item.WireTime;

/** One message as an item. */
final class Message {
    /** After an order nothing, a mark, or the message that it speaks of: teletype has headlines in capitals, too. */
    private static final String ALONE = "(?: (?:ADVISORY|NOTICE|NOTE|ORDER|STORY|ITEM|MELDUNG))?"
            + "(?:\\s*[:(/!,.–-].*|\\s+[A-Za-z]{1,8} ?\\d{2,6}\\b.*)?";

    private static final Pattern KILL = Pattern.compile(
            "(?:BULLETIN |MANDATORY |URGENT )?(?:KILL|ELIMINATION|ELIMINATE|WITHDRAWN|WITHDRAWAL|CANCEL|CANCELLED"
                    + "|ANNULATION|ANNULÉ|ANNULLIERUNG|STORNIERUNG|ZURÜCKGEZOGEN|DITARIK)" + ALONE);

    /** In small letters, too: what is withheld by mistake is seen at the desk, what is not is seen by everybody. */
    private static final Pattern HOLD =
            Pattern.compile("(?i)(?:withhold|hold for release|hold|sperrfrist|embargo(?:ed)?)"
                    + "(?:\\s*[:(/!,.–-].*|\\s+(?:\\d|until|till|bis|jusqu|hasta|sampai|fino).*)?");

    private static final Pattern CORRECTION = Pattern.compile(
            "(CORRECTION|CORRECTED|CORRECTS|BERICHTIGUNG|KORREKTUR|RECTIFICATIF|RECTIFICATION|RALAT|REFILE|REPETITION)\\b.*");
    /** Capitals and figures alone: instructions such as "1ST LEAD", not headlines in lower case. */
    private static final Pattern DESIGNATOR = Pattern.compile("[\\p{Lu}\\d][\\p{Lu}\\d /().:-]{2,30}");

    private static final Pattern BYLINE =
            Pattern.compile("(?i)(by|von|par|por|door|oleh|di)\\s+(\\p{Lu}.{2,80}|.*correspondents?)");
    private static final Pattern NOTE = Pattern.compile("(?i)\\(?(eds?|editors?|attn|attention|achtung)\\b[:\\s,].*");
    /** "Berlin (KNA) - ", "GENEVA, Nov 26 (Reuters) - ". */
    private static final Pattern DATELINE = Pattern.compile(
            "(\\p{Lu}[\\p{L}'’.-]*(?:[ /]\\p{Lu}[\\p{L}'’.-]*){0,4}(?:, ?[^()]{1,40})?) ?\\(([\\p{L}\\d/. -]{2,20})\\)(?: ?[-–—]{1,2})?\\s+(?=\\S)");

    private final Transmission sent;
    private final WireDraft draft = new WireDraft();

    Message(Transmission sent) {
        this.sent = sent;
    }

    WireDraft read() {
        List<String> lines = sent.header()
                .lines()
                .map(Copy::shortened)
                .filter(l -> !l.isEmpty())
                .toList();
        Optional<Header> plain = lines.stream().findFirst().flatMap(Header::read);
        Optional<Anpa> anpa = plain.isPresent() ? Optional.empty() : Anpa.read(lines);
        Optional<Header> header = plain.or(() -> anpa.map(Anpa::header));
        List<String> keywords =
                anpa.map(Anpa::keywords).orElseGet(() -> lines.subList(plain.isPresent() ? 1 : 0, lines.size()));
        Copy copy = Copy.of(story());
        header.ifPresent(this::header);
        Optional<WireTime> time = time();
        draft.at("after ETX").published(time).updated(time);
        keywords(keywords);
        List<String> above = new ArrayList<>(keywords);
        above.addAll(copy.head());
        boolean about = status(above);
        header.ifPresent(h -> identifier(h, time, about));
        head(copy.head());
        body(copy);
        draft.at("text, not for publication").editorialNote(copy.note().flatMap(Prose::oneLine));
        draft.kind(Optional.of("text"));
        return draft;
    }

    private void header(Header h) {
        draft.at("header: source").provider(Optional.of(h.source().toUpperCase(Locale.ROOT)));
        draft.at("header: priority").urgency(Optional.of(h.priority()));
        draft.at("header: category").subject(new WireSubject(h.category(), Optional.empty(), "category"));
        if (h.words() > 0) {
            draft.unmapped("word count", Integer.toString(h.words()));
        }
        draft.unmapped("header", h.more());
    }

    /** Where ETX is missing the time is the text's last line. */
    private Optional<WireTime> time() {
        Optional<WireTime> after = Sent.read(sent.footer().strip());
        return after.isPresent() || !endsWithTime() ? after : Sent.read(lastLine());
    }

    private String lastLine() {
        String text = sent.text().stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }

    private boolean endsWithTime() {
        String line = lastLine();
        return line.matches("\\d.{8,38}") && Sent.read(line).isPresent();
    }

    private String story() {
        String text = sent.text().stripTrailing();
        return endsWithTime() ? text.substring(0, Math.max(0, text.lastIndexOf('\n'))) : text;
    }

    /** The line of keywords is the slug: {@code Bundestag/Kinder}. */
    private void keywords(List<String> lines) {
        draft.at("header: keywords");
        lines.stream()
                .filter(l -> !DESIGNATOR.matcher(l).matches() || l.matches("[^ ]+[/-][^ ]+"))
                .findFirst()
                .ifPresent(slug -> {
                    draft.slugline(Prose.oneLine(slug.replaceFirst("/+$", "")));
                    for (String word : slug.split("/")) {
                        Prose.oneLine(word).ifPresent(draft::keyword);
                    }
                });
    }

    /** What the lines above the story order; true where they speak about an earlier message. */
    private boolean status(List<String> lines) {
        boolean about = false;
        for (String line : lines) {
            String word = line.replaceFirst("^[*+ ]+", "");
            String slug = word.substring(word.lastIndexOf('/', word.length() - 2) + 1);
            if (KILL.matcher(word).matches() || KILL.matcher(slug).matches()) {
                draft.at("line \"" + shortened(line) + "\"").status(Optional.of(WireStatus.CANCELED));
                about = true;
            } else if (HOLD.matcher(word).matches()) {
                draft.at("line \"" + shortened(line) + "\"").status(Optional.of(WireStatus.WITHHELD));
                draft.unmapped("designator", line);
            } else if (CORRECTION.matcher(word).matches()) {
                draft.unmapped("designator", line);
                about = true;
            }
        }
        return about;
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) : line;
    }

    /** Numbers begin anew each day, so the day belongs to the identifier; an order bears that of what it speaks of. */
    private void identifier(Header h, Optional<WireTime> time, boolean about) {
        Optional<String> meant = about ? h.named(sent.header() + "\n" + first(sent.text())) : Optional.empty();
        if (time.isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(time.get().instant(), ZoneOffset.UTC);
        draft.at(meant.isPresent() ? "text: the message it speaks of" : "header: source, number; after ETX: day");
        draft.guid(Optional.of("iptc7901:" + h.source() + ":" + day + ":" + meant.orElse(h.number())));
        if (meant.isPresent()) {
            draft.stated(Optional.of("iptc7901:" + h.source() + ":" + day + ":" + h.number()));
            draft.at("header: number").version(Optional.of(h.number()));
        }
    }

    private static String first(String text) {
        return text.substring(0, Math.min(text.length(), 600));
    }

    private void head(List<String> lines) {
        List<String> headline = new ArrayList<>();
        String last = lines.stream()
                .filter(l -> !BYLINE.matcher(l).matches() && !NOTE.matcher(l).matches())
                .reduce("", (_, l) -> l);
        for (String line : lines) {
            Matcher by = BYLINE.matcher(line);
            if (NOTE.matcher(line).matches()) {
                draft.at("text: head").editorialNote(Prose.oneLine(line));
            } else if (by.matches() && !headline.isEmpty()) {
                draft.at("text: head").byline(Prose.oneLine(line));
            } else if (line.endsWith("/") && headline.isEmpty()) {
                draft.at("text: keywords").slugline(Prose.oneLine(line.replaceFirst("/+$", "")));
            } else if (headline.isEmpty() && !line.equals(last) && isOrder(line)) {
                draft.unmapped("designator", line);
            } else {
                headline.add(line);
            }
        }
        draft.at("text: head").headline(Prose.oneLine(String.join(" ", headline)));
    }

    /** Such as "1ST LEAD"; of ANPA's head the keywords once more. */
    private static boolean isOrder(String line) {
        return DESIGNATOR.matcher(line).matches() || line.matches("(?i)(am|pm|bc|ap)-[^ ]{2,60}");
    }

    private void body(Copy copy) {
        List<String> paragraphs = new ArrayList<>(copy.paragraphs());
        if (!paragraphs.isEmpty()) {
            Matcher m = DATELINE.matcher(paragraphs.getFirst())
                    .region(0, Math.min(paragraphs.getFirst().length(), 120));
            if (m.lookingAt()) {
                draft.at("text: first paragraph").dateline(Prose.oneLine(m.group(1)));
                draft.location(Prose.oneLine(m.group(1).replaceFirst(",.*", "")));
                draft.credit(Prose.oneLine(m.group(2)));
                paragraphs.set(0, paragraphs.getFirst().substring(m.end()));
            }
        }
        draft.at("text").body(StoryHtml.ofParagraphs(paragraphs), paragraphs);
    }
}
