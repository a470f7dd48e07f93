package org.broadsheet.site.assembly;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.words.Dates;
import org.broadsheet.reader.oidc.OpenId;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Paper;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** What every page of this paper has around its content. */
@Component
public class Frames {
    private final Paper paper;
    private final Assets assets;
    private final KeptLists lists;
    private final Dates dates;
    private final InstantSource clock;

    Frames(Settings settings, Assets assets, KeptLists lists, OpenId openid, InstantSource clock) {
        Language language = new Language(settings.paper().language().toLanguageTag());
        this.paper = new Paper(
                settings.paper().name(),
                settings.paper().motto().orElse(""),
                settings.baseUrl().toString(),
                language,
                settings.zone(),
                openid.name());
        this.assets = assets;
        this.lists = lists;
        this.dates = new Dates(settings.zone(), language);
        this.clock = clock;
    }

    /**
     * @param here the path of the section that the page belongs to; empty when to none
     */
    public Frame frame(Variant variant, Head head, String here) {
        List<Link> sections = lists.sections().stream().map(Cards::link).toList();
        return new Frame(paper, assets, variant, head, dates.masthead(edition()), sections, here);
    }

    public Paper paper() {
        return paper;
    }

    public Dates dates() {
        return dates;
    }

    Assets assets() {
        return assets;
    }

    public Cards cards() {
        return new Cards(lists, dates, edition());
    }

    /** That of the newest story: what the masthead says does not change until the paper does. */
    private Instant edition() {
        return lists.newest().stream().map(Teaser::published).findFirst().orElseGet(clock::instant);
    }
}
