package org.broadsheet.site.page;

import java.util.Optional;
import org.broadsheet.base.words.Moment;

/**
 * A story as other pages point to it: nothing of its body.
 *
 * @param byline names and agency in one line, empty when there are none
 */
public record Card(
        String href,
        String headline,
        String standfirst,
        Link section,
        Mark mark,
        String byline,
        Moment published,
        int readingMinutes,
        Optional<Picture> picture) {

    /** What a headline says of who may read it. */
    public enum Mark {
        NONE,
        PREMIUM
    }

    public boolean premium() {
        return mark == Mark.PREMIUM;
    }

    public Card withoutPicture() {
        return new Card(href, headline, standfirst, section, mark, byline, published, readingMinutes, Optional.empty());
    }
}
