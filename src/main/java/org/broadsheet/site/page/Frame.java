package org.broadsheet.site.page;

import java.util.List;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.words.Texts;

/**
 * What stands around the content of every page: head, masthead, sections, footer.
 *
 * @param today as the front page's masthead says it, see {@link org.broadsheet.base.words.Dates#masthead}; on no other page, which
 *     may be kept past that day
 * @param sections in the paper's order
 * @param here the path of the section that the page belongs to, empty when to none; {@code /} for the front
 */
public record Frame(
        Paper paper, Assets assets, Variant variant, Head head, String today, List<Link> sections, String here) {

    /** The interface's words in the paper's language. */
    public String say(String key, Object... facts) {
        return Texts.in(paper.language()).say(key, facts);
    }

    public boolean front() {
        return here.equals("/");
    }

    public String asset(String name) {
        return assets.href(name);
    }

    /** The same frame around another page. */
    public Frame with(Head other, String place) {
        return new Frame(paper, assets, variant, other, today, sections, place);
    }
}
