package org.broadsheet.paywall.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.story.Access;
import org.broadsheet.story.Body;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;

/** The words of a printed story, parted into what is guarded and what anyone may see. Nothing of it is for readers. */
public final class StoryText {
    private static final Access WHOLE = new Access.Full();
    private static final Access BEGINNING = new Access.Preview(Access.Reason.FOR_SUBSCRIBERS);

    private StoryText() {}

    public static Words whole(Body body) {
        return Words.of(Readings.shown(body.open(WHOLE).html()));
    }

    /** Every run of the text as it is sent: those of the addresses that its links lead to, too. */
    public static Numbers sent(Body body) {
        return Shingles.in(body.open(WHOLE).html());
    }

    public static Words preview(Body body) {
        return Words.of(Readings.shown(body.open(BEGINNING).html()));
    }

    /**
     * Tells of every run of the part after the beginning that does not stand in the beginning too. A run that begins in what
     * is open is none: the last open words and whatever the page says below them would make one by chance.
     */
    public static void guarded(Body body, Words whole, Shingles.Each each) {
        Words preview = preview(body);
        Numbers seen = Shingles.in(preview);
        Shingles.of(whole, (number, first, last) -> {
            if (first >= preview.size() && !seen.has(number)) {
                each.run(number, first, last);
            }
        });
    }

    /** The runs of the part that is not for everyone; none of a story that is. */
    public static Numbers guarded(Reach reach, Body body) {
        Numbers guarded = new Numbers();
        if (reach != Reach.EVERYONE) {
            guarded(body, whole(body), (number, first, last) -> guarded.add(number));
        }
        return guarded;
    }

    /**
     * What anyone may read of the text itself, the addresses of its links too: all of a story for everyone, else its
     * beginning.
     */
    public static Numbers open(Reach reach, Body body) {
        return Shingles.in(
                body.open(reach == Reach.EVERYONE ? WHOLE : BEGINNING).html());
    }

    /**
     * A line that the paper shows wherever it shows the story.
     *
     * @param place in words: the standfirst
     */
    public record Line(String place, String text) {}

    /** What the paper says of a story wherever it is shown. */
    public static List<Line> said(Story story, Optional<PhotographDetails> photograph) {
        List<Line> said = new ArrayList<>(List.of(
                new Line("the headline", story.teaser().headline()),
                new Line("the standfirst", story.teaser().standfirst())));
        story.teaser().topics().forEach(topic -> said.add(new Line("a topic's name", topic.name())));
        story.teaser().bylines().forEach(byline -> said.add(new Line("a byline", byline.name())));
        story.teaser().agency().ifPresent(agency -> said.add(new Line("the agency", agency)));
        story.teaser().dateline().ifPresent(place -> said.add(new Line("the dateline", place)));
        story.corrections().forEach(correction -> said.add(new Line("a correction", correction.note())));
        photograph.ifPresent(details -> said.addAll(beside(details)));
        return said;
    }

    /** What is printed beside a photograph. */
    public static List<Line> beside(PhotographDetails details) {
        return List.of(
                new Line("the photograph's caption", details.caption()),
                new Line("the photograph's credit", details.credit()),
                new Line("the photograph's alternative text", details.alternativeText()),
                new Line("the photograph's creator", details.creator()),
                new Line("the photograph's rights", details.rights()));
    }
}
