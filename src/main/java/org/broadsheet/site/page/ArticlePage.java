package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.words.Moment;
import org.broadsheet.story.Reach;

/**
 * One story, whole or as far as this reader may read it.
 *
 * @param card its headline, standfirst, section, mark, time and photograph
 * @param text what the paywall opened: the whole text or the preview
 * @param reach whom it is for
 * @param reading by what right it is read, or where it ends
 * @param give where a reader may give it away; absent where that makes no sense
 * @param earlier older stories of its first topic
 */
public record ArticlePage(
        Frame frame,
        Card card,
        Language language,
        Signature signature,
        Optional<Moment> updated,
        SafeHtml text,
        Reach reach,
        Reading reading,
        Optional<String> give,
        List<Correction> corrections,
        List<Link> topics,
        List<Card> related,
        List<Earlier> earlier,
        List<Card> mostRead,
        FeedbackForm feedback) {

    /**
     * Who wrote it, and from where.
     *
     * @param agency as the wire credits it: {@code Kyodo News}
     * @param dateline the place: {@code Tokyo}
     */
    public record Signature(List<Link> authors, Optional<String> agency, Optional<String> dateline) {}

    /** What was wrong and has been put right, and when. */
    public record Correction(Moment at, String text) {}

    /** An older story of the same topic, in one line. */
    public record Earlier(String href, String headline, Moment published, Card.Mark mark) {
        public boolean premium() {
            return mark == Card.Mark.PREMIUM;
        }
    }

    public boolean guarded() {
        return reach != Reach.EVERYONE;
    }

    /** What stands where a preview ends. */
    public Optional<Reading.Wall> wall() {
        return reading instanceof Reading.Wall wall ? Optional.of(wall) : Optional.empty();
    }

    public Optional<Reading.Metered> metered() {
        return reading instanceof Reading.Metered metered ? Optional.of(metered) : Optional.empty();
    }

    public Optional<Reading.Gift> gift() {
        return reading instanceof Reading.Gift gift ? Optional.of(gift) : Optional.empty();
    }

    public Opening opening() {
        return Opening.of(text);
    }

    public List<Link> share() {
        return ShareLinks.of(frame.paper().url(card.href()), card.headline());
    }
}
