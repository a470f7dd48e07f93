package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.MessagePage;
import org.broadsheet.site.page.MessagePage.Kind;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Found;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** Pages that say why there is nothing to show. */
@Component
public class Messages {
    private static final int INSTEAD = 4;

    private final KeptLists lists;
    private final Frames frames;
    private final Templates templates;

    Messages(KeptLists lists, Frames frames, Templates templates) {
        this.lists = lists;
        this.frames = frames;
        this.templates = templates;
    }

    /** 404. Anything printed may be what was looked for, so it is stale then. */
    public Rendered notFound(Variant variant) {
        List<Teaser> instead = lists.newest().stream().limit(INSTEAD).toList();
        byte[] page = page(variant, Kind.NOT_FOUND, Optional.empty(), Optional.empty(), instead);
        return Rendered.open(404, Pages.HTML, page, new Tags().front().all());
    }

    /** 410, with the paper's notice. */
    Rendered withdrawn(Found.Withdrawn story, Variant variant) {
        List<Teaser> instead =
                lists.inSection(story.section().slug()).stream().limit(INSTEAD).toList();
        Optional<String> notice = Optional.of(story.notice()).filter(text -> !text.isEmpty());
        byte[] page = page(variant, Kind.WITHDRAWN, notice, Optional.empty(), instead);
        Tags tags = new Tags().story(story.id()).section(story.section().slug());
        return Rendered.open(410, Pages.HTML, page, tags.all());
    }

    /** Something failed; the reader is given the reference under which it was logged, and nothing else. */
    public byte[] broken(Variant variant, String reference) {
        return page(variant, Kind.BROKEN, Optional.empty(), Optional.of(reference), List.of());
    }

    /** A request that cannot be answered as it stands. */
    public byte[] refused(Variant variant, Optional<String> why) {
        return page(variant, Kind.REFUSED, why, Optional.empty(), List.of());
    }

    /** One of the pages that need no more words than their own. */
    public byte[] plain(Variant variant, Kind kind) {
        return page(variant, kind, Optional.empty(), Optional.empty(), List.of());
    }

    byte[] page(Variant variant, Kind kind, Optional<String> note, Optional<String> reference, List<Teaser> instead) {
        Head head = Head.unlisted(title(kind), "", "/");
        MessagePage page = new MessagePage(
                frames.frame(variant, head, ""),
                kind,
                note,
                reference,
                frames.cards().of(instead));
        return templates.render("site/message", page);
    }

    private String title(Kind kind) {
        return Texts.in(frames.paper().language()).say("message." + kind.name().toLowerCase(Locale.ROOT) + ".title");
    }
}
