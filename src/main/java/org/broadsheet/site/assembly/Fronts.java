package org.broadsheet.site.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.assembly.Arrangement.Block;
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
        Arrangement arrangement = Arrangement.of(lists.newest(), lists.sections(), lists::inSection);
        List<Teaser> read = mostRead.now();
        Cards cards = frames.cards();
        List<FrontPage.Block> blocks = new ArrayList<>();
        for (Block block : arrangement.blocks()) {
            blocks.add(new FrontPage.Block(Cards.link(block.section()), cards.of(block.stories())));
        }
        FrontPage page = new FrontPage(
                frames.frame(variant, head(), "/"),
                cards.of(arrangement.lead().stream().toList()),
                cards.of(arrangement.seconds()),
                cards.of(arrangement.thirds()),
                cards.of(arrangement.briefs()),
                blocks,
                cards.of(read));
        Tags tags = new Tags().front().stories(arrangement.all()).stories(read);
        return Rendered.open(200, Pages.HTML, templates.render("site/front", page), tags.all());
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
