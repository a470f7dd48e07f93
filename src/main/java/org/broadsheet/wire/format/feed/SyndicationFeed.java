package org.broadsheet.wire.format.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireSubject;

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
        draft.at(entry.place("id")).guid(entry.value("id")).at("link").guid(entry.link());
        draft.at(entry.place("title")).headline(entry.text("title").flatMap(FeedText::line));
        dates(entry, draft);
        people(entry, channel, draft);
        texts(entry, draft);
        draft.at("@xml:lang or language").language(language(entry, channel));
        pictures(entry, draft);
        draft.at("category");
        entry.tags.forEach(t -> draft.subject(new WireSubject(
                t.scheme().isPresent() ? t.term() : "", t.label().or(() -> Optional.of(t.term())), "category")));
        draft.at("link");
        Stream.concat(entry.links.stream(), entry.enclosures.stream()).forEach(draft::link);
        entry.values.forEach((name, value) -> {
            if (!Set.of("id", "published", "updated", "created", "language", "credit")
                    .contains(name)) {
                draft.unmapped(name, value);
            }
        });
        return draft.item(fallback);
    }

    private static void dates(FeedFields entry, WireDraft draft) {
        for (String field : List.of("published", "created", "updated")) {
            draft.at(entry.place(field)).published(date(entry, field));
        }
        draft.at(entry.place("updated")).updated(date(entry, "updated"));
        draft.at(entry.place("published")).updated(date(entry, "published"));
    }

    private static void people(FeedFields entry, FeedFields channel, WireDraft draft) {
        draft.at(entry.place("authors"))
                .byline(entry.authors.stream().flatMap(a -> a.byline().stream()).reduce((a, b) -> a + ", " + b));
        draft.at("source/author")
                .byline(entry.source.flatMap(s ->
                        s.authors.stream().flatMap(a -> a.byline().stream()).findFirst()));
        draft.at(entry.place("credit")).credit(entry.value("credit"));
        draft.at("source/title")
                .credit(entry.source.flatMap(s -> s.text("title")).flatMap(FeedText::line));
        draft.at("channel/title").provider(channel.text("title").flatMap(FeedText::line));
        draft.at(entry.place("rights")).copyright(entry.text("rights").flatMap(FeedText::line));
        draft.at("channel/" + channel.place("rights"))
                .copyright(channel.text("rights").flatMap(FeedText::line));
    }

    /** The longest content is the body; failing that, the summary is all there is. */
    private static void texts(FeedFields entry, WireDraft draft) {
        Optional<FeedText> content =
                entry.contents.stream().filter(t -> !t.value().isBlank()).findFirst();
        Optional<FeedText> summary = entry.text("summary");
        draft.at(entry.place("summary")).standfirst(summary.flatMap(FeedText::line));
        Stream.concat(content.stream(), summary.stream()).forEach(text -> {
            if (!draft.hasBody()) {
                draft.at(entry.place(content.filter(text::equals).isPresent() ? "contents" : "summary"));
                Prose prose = text.prose();
                draft.body(prose.html(), prose.paragraphs());
                prose.pictures().forEach(draft::picture);
            }
        });
    }

    private static void pictures(FeedFields entry, WireDraft draft) {
        draft.at("media or image");
        for (WirePicture picture : entry.pictures) {
            draft.picture(picture.described(Optional.empty(), entry.value("credit"), Optional.empty()));
        }
        draft.at("enclosure");
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

    private static Optional<org.broadsheet.wire.item.WireTime> date(FeedFields entry, String name) {
        return entry.value(name).flatMap(Dates::read);
    }
}
