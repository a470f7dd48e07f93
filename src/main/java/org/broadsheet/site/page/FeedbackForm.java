package org.broadsheet.site.page;

import java.util.Optional;
import org.broadsheet.feedback.Opinion;

/**
 * "Your opinion matters": posted to {@code /feedback} with the fields {@code opinion}, {@code about} and, for robots only,
 * {@code website}.
 *
 * @param about the path of the story it is on; empty for the paper as a whole
 * @param opinion what was written before, when it was refused
 * @param problem why it was refused, as a sentence for the reader
 */
public record FeedbackForm(String about, String opinion, Optional<String> problem) {
    /** Characters that make an opinion, blanks at either end not counted. */
    public static final int SHORTEST = Opinion.SHORTEST;

    public static final int LONGEST = Opinion.LONGEST;

    public static FeedbackForm empty(String about) {
        return new FeedbackForm(about, "", Optional.empty());
    }

    public int shortest() {
        return SHORTEST;
    }

    public int longest() {
        return LONGEST;
    }

    /** Characters as people count them, which is what the browser's counter shows. */
    public int written() {
        return Opinion.length(opinion);
    }
}
