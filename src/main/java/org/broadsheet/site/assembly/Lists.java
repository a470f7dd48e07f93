package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Part;
import org.broadsheet.base.Slice;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.base.page.Templates;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.LinkedData;
import org.broadsheet.site.page.ListPage;
import org.broadsheet.site.page.Paging;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** Section, topic and author pages: the same run of stories, newest first, under another head. */
@Component
class Lists {
    private static final int ON_A_PAGE = 20;

    private final InPrint inPrint;
    private final Frames frames;
    private final Templates templates;
    private final MostRead mostRead;

    Lists(InPrint inPrint, Frames frames, Templates templates, MostRead mostRead) {
        this.inPrint = inPrint;
        this.frames = frames;
        this.templates = templates;
        this.mostRead = mostRead;
    }

    /** One part of a list; nothing when there is no such section, topic or author, or no such part. */
    Optional<Rendered> page(Wanted wanted, Variant variant) {
        return switch (wanted.kind()) {
            case SECTION ->
                inPrint.section(wanted.slug())
                        .flatMap(section -> page(
                                wanted,
                                variant,
                                section.name(),
                                slice -> inPrint.inSection(section.slug(), slice),
                                inPrint.countInSection(section.slug())));
            case TOPIC ->
                inPrint.topic(wanted.slug())
                        .flatMap(topic -> page(
                                wanted,
                                variant,
                                topic.name(),
                                slice -> inPrint.onTopic(topic.slug(), slice),
                                inPrint.countOnTopic(topic.slug())));
            case AUTHOR ->
                inPrint.author(wanted.slug())
                        .flatMap(author -> page(
                                wanted,
                                variant,
                                author.name(),
                                slice -> inPrint.byAuthor(author.slug(), slice),
                                inPrint.countByAuthor(author.slug())));
        };
    }

    /** @param number of the part, from 1 */
    record Wanted(ListPage.Kind kind, String slug, int number) {
        String path() {
            return switch (kind) {
                case SECTION -> "/" + slug;
                case TOPIC -> "/topics/" + slug;
                case AUTHOR -> "/authors/" + slug;
            };
        }

        void tag(Tags tags) {
            switch (kind) {
                case SECTION -> tags.section(slug);
                case TOPIC -> tags.topic(slug);
                case AUTHOR -> tags.author(slug);
            }
        }
    }

    /** Asks for one part of one list. */
    private interface Source {
        Part<Teaser> part(Slice slice);
    }

    private Optional<Rendered> page(Wanted wanted, Variant variant, String title, Source source, long count) {
        int last = (int) Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
        if (wanted.number() > last) {
            return Optional.empty();
        }
        List<Teaser> teasers =
                source.part(new Slice(wanted.number(), ON_A_PAGE)).entries();
        Paging paging = new Paging(wanted.path(), wanted.number(), last);
        List<Card> cards = frames.cards().of(teasers);
        List<Teaser> read = wanted.number() == 1 ? mostRead.now() : List.of();
        ListPage page = new ListPage(
                frames.frame(
                        variant,
                        head(wanted, title, paging),
                        wanted.kind() == ListPage.Kind.SECTION ? wanted.path() : ""),
                wanted.kind(),
                title,
                Optional.empty(),
                cards,
                paging,
                frames.cards().of(read),
                feed(wanted, title));
        Tags tags = new Tags().stories(teasers).stories(read);
        wanted.tag(tags);
        return Optional.of(Rendered.open(200, Pages.HTML, templates.render("site/list", page), tags.all()));
    }

    private Head head(Wanted wanted, String title, Paging paging) {
        Link here = new Link(title, wanted.path());
        return new Head(
                title,
                frames.paper().name() + ": " + title,
                paging.href(wanted.number()),
                Head.Robots.LISTED,
                Optional.empty(),
                List.of(LinkedData.breadcrumbs(frames.paper(), List.of(here))),
                feed(wanted, title).stream().toList());
    }

    private static Optional<Link> feed(Wanted wanted, String title) {
        return wanted.kind() == ListPage.Kind.SECTION
                ? Optional.of(new Link(title, wanted.path() + "/feed.xml"))
                : Optional.empty();
    }
}
