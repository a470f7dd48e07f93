package org.broadsheet.wire.format.newsml;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireLink;

/**
 * The components of an item, one within another (5.7). What a component is depends on its role, which senders name as
 * they like, and on what it holds: a text makes a story of it; a picture with no text but its caption is one picture,
 * however many renditions and captions stand in components of their own.
 */
final class NewsMl1Components {
    /** Beside these words of a role a text is not the story. */
    private static final Set<String> CAPTIONS = Set.of("caption", "legend", "photo caption", "picture caption");

    private static final Set<String> TITLES = Set.of("title", "headline", "alt", "slug");
    private static final Set<String> LEADS = Set.of("lead", "abstract", "summary", "standfirst", "teaser", "synopsis");

    private final XmlElement item;
    private final WireDraft draft;
    private final NewsMl1Lines lines;
    private final List<XmlElement> contents;
    private final Set<XmlElement> withStory = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<XmlElement> withPicture = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<Prose> lead = Optional.empty();
    private boolean told;

    NewsMl1Components(XmlElement item, Topics topics, WireDraft draft) {
        this.item = item;
        this.draft = draft;
        this.lines = new NewsMl1Lines(topics, draft);
        this.contents = item.all("ContentItem").stream().filter(this::isOwn).toList();
    }

    void read() {
        contents.forEach(this::mark);
        item.elements("NewsComponent").forEach(this::component);
        lead.ifPresent(l -> draft.body(l.html(), l.paragraphs()));
        lines.last();
        draft.at("ContentItem/MediaType").kind(kind());
    }

    /** Not that of an item within this one. */
    private boolean isOwn(XmlElement content) {
        Optional<XmlElement> above = content.parent();
        while (above.isPresent() && !above.get().is("NewsItem")) {
            above = above.get().parent();
        }
        return above.filter(a -> a == item).isPresent();
    }

    /** Each component is marked once, so that a deep document takes no longer than a flat one. */
    private void mark(XmlElement element) {
        ContentItem content = new ContentItem(element);
        switch (content.kind()) {
            case TEXT -> {
                if (!isBeside(content.role())) {
                    markAbove(element, withStory);
                }
            }
            case PICTURE -> markAbove(element, withPicture);
            case OTHER -> {}
        }
    }

    private void markAbove(XmlElement element, Set<XmlElement> marked) {
        Optional<XmlElement> above = element.parent();
        while (above.isPresent() && above.get() != item && marked.add(above.get())) {
            above = above.get().parent();
        }
    }

    private static boolean isBeside(String role) {
        return CAPTIONS.contains(role) || TITLES.contains(role);
    }

    private void component(XmlElement component) {
        boolean picture = withPicture.contains(component) && !withStory.contains(component);
        if (!picture || withStory.isEmpty()) {
            // the photographer of a picture beside a story has not written it
            lines.read(component);
        }
        if (picture && !holdsSeveralPictures(component)) {
            draft.at(Parts.place(component));
            new NewsMl1Picture(component).read().ifPresent(draft::picture);
            return;
        }
        component.elements("ContentItem").forEach(c -> content(new ContentItem(c)));
        component.elements("NewsItemRef").forEach(this::reference);
        component.elements("NewsItem").forEach(this::enclosed);
        component.elements("NewsComponent").forEach(this::component);
    }

    /** Several pictures each have a caption or lines of their own; renditions of one have none. */
    private boolean holdsSeveralPictures(XmlElement component) {
        return component
                        .elements("NewsComponent")
                        .filter(withPicture::contains)
                        .filter(c -> c.first("NewsLines").isPresent()
                                || c.elements("NewsComponent").anyMatch(n -> CAPTIONS.contains(Parts.role(n))))
                        .count()
                > 0;
    }

    private void content(ContentItem content) {
        draft.at(Parts.place(content.element()));
        switch (content.kind()) {
            case TEXT -> text(content);
            case PICTURE -> content.picture().ifPresent(draft::picture);
            case OTHER -> other(content);
        }
    }

    private void text(ContentItem content) {
        String role = content.role();
        if (TITLES.contains(role)) {
            draft.headline(content.prose().paragraphs().stream().findFirst());
        } else if (LEADS.contains(role) && !told) {
            Prose prose = content.prose();
            draft.standfirst(Prose.oneLine(String.join(" ", prose.paragraphs())));
            lead = lead.or(() -> Optional.of(prose).filter(p -> !p.paragraphs().isEmpty()));
        } else if (told) {
            // another language, a sidebar, or the same once more
            draft.unmapped(
                    "NewsComponent " + role, String.join("\n", content.prose().paragraphs()));
        } else {
            content.into(draft);
            told = draft.hasBody();
        }
    }

    private void other(ContentItem content) {
        content.href()
                .ifPresentOrElse(
                        href -> draft.link(new WireLink(
                                "content",
                                href,
                                Optional.of(content.role()).filter(r -> !r.isEmpty()),
                                content.mimeType())),
                        () -> draft.unmapped("ContentItem", content.element().text()));
    }

    private void reference(XmlElement reference) {
        draft.at(Parts.place(reference));
        reference
                .attribute("NewsItem")
                .ifPresent(href -> draft.link(new WireLink(
                        "item",
                        href,
                        reference
                                .elements("Comment")
                                .flatMap(c -> c.line().stream())
                                .findFirst(),
                        Optional.empty())));
    }

    private void enclosed(XmlElement other) {
        draft.at(Parts.place(other));
        other.at("Identification", "NewsIdentifier", "PublicIdentifier")
                .flatMap(XmlElement::line)
                .ifPresent(href -> draft.link(new WireLink("item", href, Optional.empty(), Optional.empty())));
    }

    private Optional<String> kind() {
        List<ContentItem> all = contents.stream().map(ContentItem::new).toList();
        if (!withStory.isEmpty() && draft.hasBody()) {
            return Optional.of("text");
        }
        return withPicture.isEmpty()
                ? all.stream().flatMap(c -> c.mediaType().stream()).findFirst()
                : Optional.of("picture");
    }
}
