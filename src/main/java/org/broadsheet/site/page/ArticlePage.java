package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.site.words.Moment;

/**
 * One story, whole or as far as this reader may read it.
 *
 * @param card its headline, standfirst, section, mark, time and photograph
 * @param text what the paywall opened: the whole text or the preview
 * @param wall what stands where a preview ends
 * @param earlier older stories of its first topic
 */
public record ArticlePage(
        Frame frame,
        Card card,
        Language language,
        Signature signature,
        Optional<Moment> updated,
        SafeHtml text,
        Optional<Wall> wall,
        List<Correction> corrections,
        List<Link> topics,
        List<Card> related,
        List<Card> earlier,
        List<Card> mostRead,
        FeedbackForm feedback) {

    /**
     * Who wrote it, and from where.
     *
     * @param agency as the wire credits it: {@code Kyodo News}
     * @param dateline the place: {@code Tokyo}
     */
    public record Signature(List<Link> authors, Optional<String> agency, Optional<String> dateline) {}

    /**
     * Where a preview ends.
     *
     * @param minutesLeft how long the rest takes to read, at least 1
     */
    public record Wall(int minutesLeft) {}

    /** What was wrong and has been put right, and when. */
    public record Correction(Moment at, String text) {}

    public Opening opening() {
        return Opening.of(text);
    }

    public List<Link> share() {
        return ShareLinks.of(frame.paper().url(card.href()), card.headline());
    }
}
