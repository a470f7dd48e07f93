package org.broadsheet.wire.format.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.WireDraft;
import org.broadsheet.wire.WireItem;
import org.broadsheet.wire.WireLink;
import org.broadsheet.wire.WirePicture;
import org.broadsheet.wire.WireSubject;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;

/** A feed of any of the XML dialects. */
public final class SyndicationFeed implements WireFormat {
    private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "feed", "entry", "channel");

    @Override
    public String name(Content content) {
        return FeedVersion.of(root(content));
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Xml
                && ROOTS.contains(root(content).name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<WireItem> read(Content content) {
        Feed feed = FeedReader.read(root(content), content.transport());
        List<WireItem> items = new ArrayList<>();
        for (FeedFields entry : feed.entries()) {
            items.add(item(entry, feed.channel(), "sha256:" + content.hash() + "#" + items.size()));
        }
        return List.copyOf(items);
    }

    private static XmlElement root(Content content) {
        return ((Content.Xml) content).document().root();
    }

    private static WireItem item(FeedFields entry, FeedFields channel, String fallback) {
        WireDraft draft = new WireDraft();
        draft.guid(entry.value("id").or(entry::link));
        draft.headline(entry.text("title").flatMap(FeedText::line));
        draft.published(date(entry, "published").or(() -> date(entry, "created")));
        draft.updated(date(entry, "updated").or(() -> date(entry, "published")));
        draft.published(date(entry, "updated"));
        draft.byline(entry.authors.stream()
                .flatMap(a -> a.byline().stream())
                .reduce((a, b) -> a + ", " + b)
                .or(() -> entry.source.flatMap(s ->
                        s.authors.stream().flatMap(a -> a.byline().stream()).findFirst())));
        draft.credit(entry.value("credit")
                .or(() -> entry.source.flatMap(s -> s.text("title")).flatMap(FeedText::line)));
        draft.provider(channel.text("title").flatMap(FeedText::line));
        draft.copyright(Stream.of(entry, channel)
                .flatMap(f -> f.text("rights").stream())
                .flatMap(t -> t.line().stream())
                .findFirst());
        texts(entry, draft);
        draft.language(language(entry, channel));
        pictures(entry, draft);
        entry.tags.forEach(t -> draft.subject(new WireSubject(
                t.scheme().isPresent() ? t.term() : "", t.label().or(() -> Optional.of(t.term())), "category")));
        Stream.concat(entry.links.stream(), entry.enclosures.stream()).forEach(draft::link);
        entry.values.forEach((name, value) -> {
            if (!Set.of("id", "published", "updated", "created", "language", "credit")
                    .contains(name)) {
                draft.unmapped(name, value);
            }
        });
        return draft.item(fallback);
    }

    /** The longest content is the body; failing that, the summary is all there is. */
    private static void texts(FeedFields entry, WireDraft draft) {
        Optional<FeedText> content =
                entry.contents.stream().filter(t -> !t.value().isBlank()).findFirst();
        Optional<FeedText> summary = entry.text("summary");
        draft.standfirst(summary.flatMap(FeedText::line));
        Stream.concat(content.stream(), summary.stream()).forEach(text -> {
            if (!draft.hasBody()) {
                Prose prose = text.prose();
                draft.body(prose.html(), prose.paragraphs());
                prose.pictures().forEach(draft::picture);
            }
        });
    }

    private static void pictures(FeedFields entry, WireDraft draft) {
        for (WirePicture picture : entry.pictures) {
            draft.picture(picture.described(Optional.empty(), entry.value("credit"), Optional.empty()));
        }
        entry.enclosures.stream()
                .filter(e -> e.mimeType().filter(t -> t.startsWith("image/")).isPresent())
                .map(WireLink::href)
                .forEach(href -> draft.picture(WirePicture.at(href)));
    }

    private static Optional<String> language(FeedFields entry, FeedFields channel) {
        return entry.contents.stream()
                .flatMap(t -> t.language().stream())
                .findFirst()
                .or(() -> entry.value("language"))
                .or(() -> entry.text("title").flatMap(FeedText::language))
                .or(() -> channel.value("language"));
    }

    private static Optional<org.broadsheet.wire.WireTime> date(FeedFields entry, String name) {
        return entry.value(name).flatMap(Dates::read);
    }
}
