package org.broadsheet.wire;

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

    private Optional<String> guid = Optional.empty();
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

    public WireDraft guid(Optional<String> value) {
        guid = guid.or(() -> value);
        return this;
    }

    public WireDraft version(Optional<String> value) {
        version = version.or(() -> value);
        return this;
    }

    public WireDraft kind(Optional<String> value) {
        kind = kind.or(() -> value);
        return this;
    }

    public WireDraft headline(Optional<String> value) {
        headline = headline.or(() -> value);
        return this;
    }

    public WireDraft title(Optional<String> value) {
        title = title.or(() -> value);
        return this;
    }

    public WireDraft slugline(Optional<String> value) {
        slugline = slugline.or(() -> value);
        return this;
    }

    public WireDraft language(Optional<String> value) {
        language = language.or(() -> value);
        return this;
    }

    public WireDraft byline(Optional<String> value) {
        byline = byline.or(() -> value);
        return this;
    }

    public WireDraft dateline(Optional<String> value) {
        dateline = dateline.or(() -> value);
        return this;
    }

    public WireDraft credit(Optional<String> value) {
        credit = credit.or(() -> value);
        return this;
    }

    public WireDraft provider(Optional<String> value) {
        provider = provider.or(() -> value);
        return this;
    }

    public WireDraft standfirst(Optional<String> value) {
        standfirst = standfirst.or(() -> value);
        return this;
    }

    public WireDraft location(Optional<String> value) {
        location = location.or(() -> value);
        return this;
    }

    public WireDraft usageTerms(Optional<String> value) {
        usageTerms = usageTerms.or(() -> value);
        return this;
    }

    public WireDraft copyright(Optional<String> value) {
        copyright = copyright.or(() -> value);
        return this;
    }

    public WireDraft editorialNote(Optional<String> value) {
        editorialNote = editorialNote.or(() -> value);
        return this;
    }

    public WireDraft embargo(Optional<WireTime> value) {
        embargo = embargo.or(() -> value);
        return this;
    }

    public WireDraft published(Optional<WireTime> value) {
        published = published.or(() -> value);
        return this;
    }

    public WireDraft updated(Optional<WireTime> value) {
        updated = updated.or(() -> value);
        return this;
    }

    public WireDraft status(Optional<WireStatus> value) {
        status = status.or(() -> value);
        return this;
    }

    public WireDraft urgency(Optional<Integer> value) {
        urgency = urgency.or(() -> value);
        return this;
    }

    /** The first body that says something stays; the pictures of every one are taken. */
    public WireDraft body(StoryHtml html, List<String> plain) {
        if (paragraphs.isEmpty()) {
            paragraphs = plain;
            body = html;
        }
        return this;
    }

    public boolean hasBody() {
        return !paragraphs.isEmpty();
    }

    /** One picture an address; a later mention adds what the first did not say. */
    public WireDraft picture(WirePicture picture) {
        pictures.merge(picture.href(), picture, (a, b) -> a.described(b.caption(), b.credit(), b.rights()));
        return this;
    }

    public WireDraft subject(WireSubject subject) {
        subjects.add(subject);
        return this;
    }

    public WireDraft keyword(String keyword) {
        keywords.add(keyword);
        return this;
    }

    public WireDraft link(WireLink link) {
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
                unmapped);
    }
}
