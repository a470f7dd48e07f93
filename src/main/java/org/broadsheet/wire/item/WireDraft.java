package org.broadsheet.wire.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.html.StoryHtml;

/**
 * An item while a format gathers it. The first value of a field stays: formats offer what they have in the order they
 * trust it.
 */
public final class WireDraft {
    private static final int LONGEST_UNMAPPED = 2_000;
    private static final int MOST_UNMAPPED = 200;
    private static final int LONGEST_ORIGIN = 200;

    private Optional<String> guid = Optional.empty();
    private Optional<String> stated = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> headline = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<String> slugline = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> byline = Optional.empty();
    private Optional<String> dateline = Optional.empty();
    private Optional<String> credit = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<String> standfirst = Optional.empty();
    private Optional<String> location = Optional.empty();
    private Optional<String> usageTerms = Optional.empty();
    private Optional<String> copyright = Optional.empty();
    private Optional<String> editorialNote = Optional.empty();
    private Optional<WireTime> embargo = Optional.empty();
    private Optional<WireTime> published = Optional.empty();
    private Optional<WireTime> updated = Optional.empty();
    private Optional<WireStatus> status = Optional.empty();
    private Optional<Integer> urgency = Optional.empty();
    private List<String> paragraphs = List.of();
    private StoryHtml body = StoryHtml.EMPTY;
    private final Map<String, WirePicture> pictures = new LinkedHashMap<>();
    private final Set<WireSubject> subjects = new LinkedHashSet<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private final List<WireLink> links = new ArrayList<>();
    private final Map<String, String> unmapped = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private String place = "";

    /** Where in the document that stands which is said next, such as {@code contentMeta/headline}. */
    public WireDraft at(String newPlace) {
        place = newPlace;
        return this;
    }

    private <T> Optional<T> first(String field, Optional<T> had, Optional<T> offered) {
        if (had.isPresent() || offered.isEmpty()) {
            return had;
        }
        origins.put(field, place);
        return offered;
    }

    /** Lists are gathered from several places. */
    private void also(String field) {
        String had = origins.getOrDefault(field, "");
        if (had.isEmpty()) {
            origins.put(field, place);
        } else if (had.length() < LONGEST_ORIGIN && !List.of(had.split(" \\+ ")).contains(place)) {
            origins.put(field, had + " + " + place);
        }
    }

    public WireDraft guid(Optional<String> value) {
        guid = first("guid", guid, value);
        return this;
    }

    /** The identifier as it was sent, where {@link #guid} is what all versions have in common. */
    public WireDraft stated(Optional<String> value) {
        stated = first("stated", stated, value);
        return this;
    }

    public WireDraft version(Optional<String> value) {
        version = first("version", version, value);
        return this;
    }

    public WireDraft kind(Optional<String> value) {
        kind = first("kind", kind, value);
        return this;
    }

    public WireDraft headline(Optional<String> value) {
        headline = first("headline", headline, value);
        return this;
    }

    public WireDraft title(Optional<String> value) {
        title = first("title", title, value);
        return this;
    }

    public WireDraft slugline(Optional<String> value) {
        slugline = first("slugline", slugline, value);
        return this;
    }

    public WireDraft language(Optional<String> value) {
        language = first("language", language, value);
        return this;
    }

    public WireDraft byline(Optional<String> value) {
        byline = first("byline", byline, value);
        return this;
    }

    public WireDraft dateline(Optional<String> value) {
        dateline = first("dateline", dateline, value);
        return this;
    }

    public WireDraft credit(Optional<String> value) {
        credit = first("credit", credit, value);
        return this;
    }

    public WireDraft provider(Optional<String> value) {
        provider = first("provider", provider, value);
        return this;
    }

    public WireDraft standfirst(Optional<String> value) {
        standfirst = first("standfirst", standfirst, value);
        return this;
    }

    public WireDraft location(Optional<String> value) {
        location = first("location", location, value);
        return this;
    }

    public WireDraft usageTerms(Optional<String> value) {
        usageTerms = first("usageTerms", usageTerms, value);
        return this;
    }

    public WireDraft copyright(Optional<String> value) {
        copyright = first("copyright", copyright, value);
        return this;
    }

    public WireDraft editorialNote(Optional<String> value) {
        editorialNote = first("editorialNote", editorialNote, value);
        return this;
    }

    public WireDraft embargo(Optional<WireTime> value) {
        embargo = first("embargo", embargo, value);
        return this;
    }

    public WireDraft published(Optional<WireTime> value) {
        published = first("published", published, value);
        return this;
    }

    public WireDraft updated(Optional<WireTime> value) {
        updated = first("updated", updated, value);
        return this;
    }

    public WireDraft status(Optional<WireStatus> value) {
        status = first("status", status, value);
        return this;
    }

    public WireDraft urgency(Optional<Integer> value) {
        urgency = first("urgency", urgency, value);
        return this;
    }

    /** The first body that says something stays; the pictures of every one are taken. */
    public WireDraft body(StoryHtml html, List<String> plain) {
        if (paragraphs.isEmpty() && !plain.isEmpty()) {
            paragraphs = plain;
            body = html;
            origins.put("paragraphs", place);
            origins.put("body", place);
        }
        return this;
    }

    public boolean hasBody() {
        return !paragraphs.isEmpty();
    }

    /** One picture an address; a later mention adds what the first did not say. */
    public WireDraft picture(WirePicture picture) {
        also("pictures");
        pictures.merge(picture.href(), picture, (a, b) -> a.described(b.caption(), b.credit(), b.rights()));
        return this;
    }

    public WireDraft subject(WireSubject subject) {
        also("subjects");
        subjects.add(subject);
        return this;
    }

    public WireDraft keyword(String keyword) {
        also("keywords");
        keywords.add(keyword);
        return this;
    }

    public WireDraft link(WireLink link) {
        also("links");
        links.add(link);
        return this;
    }

    public WireDraft unmapped(String name, String value) {
        String text = value.strip();
        if (!text.isEmpty() && unmapped.size() < MOST_UNMAPPED) {
            unmapped.merge(
                    name,
                    text.substring(0, Math.min(text.length(), LONGEST_UNMAPPED)),
                    (a, b) -> a.length() > LONGEST_UNMAPPED ? a : a + "\n" + b);
        }
        return this;
    }

    public Optional<String> guid() {
        return guid;
    }

    /** The item; {@code fallback} is its identifier when the sender gave none. */
    public WireItem item(String fallback) {
        return new WireItem(
                guid.orElse(fallback),
                stated,
                version,
                kind,
                headline,
                title,
                slugline,
                language,
                status.orElse(WireStatus.USABLE),
                embargo,
                published,
                updated,
                urgency,
                byline,
                dateline,
                credit,
                provider,
                standfirst,
                paragraphs,
                body,
                List.copyOf(pictures.values()),
                List.copyOf(subjects),
                List.copyOf(keywords),
                links,
                location,
                usageTerms,
                copyright,
                editorialNote,
                unmapped,
                origins());
    }

    private Map<String, String> origins() {
        Map<String, String> all = new LinkedHashMap<>(origins);
        if (guid.isEmpty()) {
            all.put("guid", "made from the content");
        }
        all.putIfAbsent("status", "the sender is silent");
        return all;
    }
}
