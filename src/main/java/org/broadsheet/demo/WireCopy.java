package org.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireTime;

/**
 * Agency copy made ready for print, from the item as the wire room reads it.
 *
 * @param published as the agency says
 */
record WireCopy(Copy copy, Instant published) {

    static WireCopy of(SampleWire sample, InputStream file) {
        WireItem item = read(sample, file);
        Copy copy = new Copy(
                item.headline().orElseThrow(),
                sample.standfirst(),
                StoryHtml.ofParagraphs(paragraphs(sample, item)),
                sample.section(),
                List.of(),
                sample.bylines().stream().map(Byline::of).toList(),
                Optional.of(sample.agency()),
                Optional.of(sample.place()),
                item.language().map(Language::new).orElse(Language.ENGLISH),
                Reach.EVERYONE,
                Optional.empty());
        return new WireCopy(
                copy, item.published().or(item::updated).map(WireTime::instant).orElseThrow());
    }

    private static WireItem read(SampleWire sample, InputStream file) {
        try {
            return switch (Formats.read(file.readAllBytes())) {
                case Outcome.Accepted accepted -> accepted.items().getFirst();
                case Outcome.Refused refused ->
                    throw new IllegalStateException(sample.as() + " is refused: " + refused.reason());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text, or where the item is a picture its caption, from the words with which the printed text begins. */
    private static List<String> paragraphs(SampleWire sample, WireItem item) {
        List<String> text = item.paragraphs().isEmpty()
                ? item.pictures().stream()
                        .limit(1)
                        .map(WirePicture::caption)
                        .flatMap(Optional::stream)
                        .toList()
                : item.paragraphs();
        return text.stream()
                .map(paragraph -> paragraph.substring(Math.max(0, paragraph.indexOf(sample.begins()))))
                .map(paragraph -> paragraph.replaceAll("\\s*\\(Photo by [^)]*\\)$", ""))
                .toList();
    }
}
