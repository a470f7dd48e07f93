package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.base.page.Templates;
import org.broadsheet.site.front.Front;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.FrontPage;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.LinkedData;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** The front page. */
@Component
class Fronts {
    private final KeptLists lists;
    private final Frames frames;
    private final Templates templates;
    private final MostRead mostRead;

    Fronts(KeptLists lists, Frames frames, Templates templates, MostRead mostRead) {
        this.lists = lists;
        this.frames = frames;
        this.templates = templates;
        this.mostRead = mostRead;
    }

    Rendered page(Variant variant) {
        List<Front.Block> sections = lists.sections().stream()
                .map(section -> new Front.Block(section, lists.inSection(section.slug())))
                .toList();
        Front front = Front.arrange(lists.newest(), sections);
        List<Teaser> read = mostRead.now();
        FrontPage page = new FrontPage(
                frames.frame(variant, head(), "/"),
                cards(front, front.lead().stream().toList()),
                cards(front, front.seconds()),
                cards(front, front.thirds()),
                cards(front, front.briefs()),
                front.blocks().stream()
                        .map(block -> new FrontPage.Block(Cards.link(block.section()), cards(front, block.stories())))
                        .toList(),
                frames.cards().of(read));
        Tags tags = new Tags().front().stories(front.stories()).stories(read);
        return Rendered.open(200, Pages.HTML, templates.render("site/front", page), tags.all());
    }

    private List<Card> cards(Front front, List<Teaser> teasers) {
        List<Card> cards = frames.cards().of(teasers);
        return IntStream.range(0, cards.size())
                .mapToObj(i -> front.pictured().contains(teasers.get(i).id())
                        ? cards.get(i)
                        : cards.get(i).withoutPicture())
                .toList();
    }

    private Head head() {
        return new Head(
                "",
                frames.paper().motto().isEmpty()
                        ? frames.paper().name()
                        : frames.paper().motto(),
                "/",
                Head.Robots.LISTED,
                Optional.empty(),
                List.of(LinkedData.paper(frames.paper(), frames.assets().href("icons/icon-512.png"))),
                List.of());
    }
}
