package org.broadsheet.site.page;

import java.util.List;

/**
 * The front page, in the order of the day's judgement.
 *
 * @param lead one story, or none while nothing has been published
 * @param seconds beside the lead, at most three
 * @param thirds on its other side, the first with its picture; at most three
 * @param briefs headlines with their times, at most eight
 * @param blocks one a section that has stories not shown above
 */
public record FrontPage(
        Frame frame,
        List<Card> lead,
        List<Card> seconds,
        List<Card> thirds,
        List<Card> briefs,
        List<Block> blocks,
        List<Card> mostRead) {

    /**
     * A section's place on the front.
     *
     * @param cards one to five, the first one the most important
     */
    public record Block(Link section, List<Card> cards) {}
}
