package org.broadsheet.site.assembly;

import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.page.ListPage;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Address;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.springframework.stereotype.Component;

/** Every public page that is the same for all who may see it: what the page store keeps. */
@Component
class Pages implements PageSource {
    static final String HTML = "text/html; charset=utf-8";

    private final InPrint inPrint;
    private final Fronts fronts;
    private final Lists lists;
    private final Articles articles;
    private final Messages messages;

    Pages(InPrint inPrint, Fronts fronts, Lists lists, Articles articles, Messages messages) {
        this.inPrint = inPrint;
        this.fronts = fronts;
        this.lists = lists;
        this.articles = articles;
        this.messages = messages;
    }

    @Override
    public Optional<Rendered> render(PageKey key) {
        Variant variant = Variants.of(key.variant());
        return switch (Route.of(key.path())) {
            case Route.Front() when key.number() > 1 -> Optional.of(moved("/"));
            case Route.Front() -> Optional.of(fronts.page(variant));
            // No story has parts: whoever numbers them is not to fill the store with copies.
            case Route.StoryAt(Address address) when key.number() > 1 -> Optional.of(moved(address.path()));
            case Route.StoryAt(Address address) -> Optional.of(story(address, variant, key.face()));
            case Route.TopicList(String slug) -> Optional.of(list(ListPage.Kind.TOPIC, slug, key, variant));
            case Route.AuthorList(String slug) -> Optional.of(list(ListPage.Kind.AUTHOR, slug, key, variant));
            case Route.SectionList(String slug) ->
                inPrint.section(slug).map(section -> list(ListPage.Kind.SECTION, slug, key, variant));
            case Route.NotOurs() -> Optional.empty();
        };
    }

    private Rendered list(ListPage.Kind kind, String slug, PageKey key, Variant variant) {
        return lists.page(new Lists.Wanted(kind, slug, key.number()), variant)
                .orElseGet(() -> messages.notFound(variant));
    }

    private Rendered story(Address address, Variant variant, String face) {
        InPrint.Standing standing = inPrint.standing(address, Articles.EARLIER_ASKED);
        return switch (standing.found()) {
            case Found.Here(var story) -> articles.page(story, standing.earlier(), variant, face);
            case Found.Moved(Address to) -> moved(to.path());
            case Found.Withdrawn withdrawn -> messages.withdrawn(withdrawn, variant);
            case Found.Nowhere() -> messages.notFound(variant);
        };
    }

    private static Rendered moved(String to) {
        return new Rendered(
                301, HTML, new byte[0], Optional.empty(), new Tags().front().all(), Map.of("Location", to));
    }
}
