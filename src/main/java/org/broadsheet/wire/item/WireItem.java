package org.broadsheet.wire.item;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.base.html.StoryHtml;

/**
 * One item of any agency in any format.
 *
 * @param guid the sender's identifier, the same for every version of the item; one of our own, made from the content,
 *     where the sender gave none
 * @param stated the identifier as it was sent, where that names one version alone, as in NewsML 1
 * @param version as the wire says it; identifiers are compared together with it
 * @param kind what it is, such as text, picture, composite, event; the sender's word without its scheme
 * @param headline one line of plain text
 * @param title a working title, where the sender gives one beside the headline
 * @param language a BCP 47 tag
 * @param urgency 1 (most) to 9
 * @param standfirst a summary in one line of plain text
 * @param paragraphs the body as plain text, one entry a paragraph
 * @param body the same as the paper's HTML subset
 * @param location where it happened or was written, in words
 * @param unmapped what the sender wrote and none of these fields holds, by its name in the format
 * @param origins of each field that was read, where in the document it stands; not kept with the item, since the document
 *     is kept and can be read again
 */
public record WireItem(
        String guid,
        Optional<String> stated,
        Optional<String> version,
        Optional<String> kind,
        Optional<String> headline,
        Optional<String> title,
        Optional<String> slugline,
        Optional<String> language,
        WireStatus status,
        Optional<WireTime> embargo,
        Optional<WireTime> published,
        Optional<WireTime> updated,
        Optional<Integer> urgency,
        Optional<String> byline,
        Optional<String> dateline,
        Optional<String> credit,
        Optional<String> provider,
        Optional<String> standfirst,
        List<String> paragraphs,
        StoryHtml body,
        List<WirePicture> pictures,
        List<WireSubject> subjects,
        List<String> keywords,
        List<WireLink> links,
        Optional<String> location,
        Optional<String> usageTerms,
        Optional<String> copyright,
        Optional<String> editorialNote,
        Map<String, String> unmapped,
        Map<String, String> origins) {

    public WireItem {
        if (guid.isBlank()) {
            throw new IllegalArgumentException("a wire item needs an identifier");
        }
        paragraphs = List.copyOf(paragraphs);
        pictures = List.copyOf(pictures);
        subjects = List.copyOf(subjects);
        keywords = List.copyOf(keywords);
        links = List.copyOf(links);
        unmapped = Map.copyOf(unmapped);
        // neither is in what was kept before there were such things
        stated = Objects.requireNonNullElse(stated, Optional.empty());
        origins = Map.copyOf(Objects.requireNonNullElse(origins, Map.of()));
    }

    /** The identifier as the outside knows it. */
    public String identifier() {
        return stated.orElse(guid);
    }

    /** What to call it where it must be called something. */
    public String name() {
        return headline.or(() -> title).or(() -> slugline).orElse(guid);
    }
}
