package org.broadsheet.paywall;

import java.time.YearMonth;
import java.util.Optional;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;

/**
 * One of the few ways in which the page of a guarded story looks: what the paywall opened, and where the page says when
 * the meter begins anew, in which month. Known by a short word, for which the finished page is kept.
 *
 * @param month in the paper's zone; only where the page names its end
 */
public record Face(Access access, Optional<YearMonth> month) {

    /** What shows nothing but the beginning, whoever asks: it needs no decision. */
    public static final String PLAIN = "";

    private static final String FULL = "full";
    private static final String GIFTED = "gifted";
    private static final String METERED = "metered-";
    private static final String SPENT = "spent-";
    private static final String GIFT_OVER = "gift-over";

    /** The word for what this access opens in this month. */
    public static String word(Access access, MeterMonth month) {
        return switch (access) {
            case Access.Full() -> FULL;
            case Access.Gifted(long gift) -> GIFTED;
            case Access.Metered(int left) -> month.face(left);
            case Access.Preview(Access.Reason why) ->
                switch (why) {
                    case FOR_SUBSCRIBERS, NOT_COUNTED -> PLAIN;
                    case METER_SPENT -> month.spent();
                    case GIFT_OVER -> GIFT_OVER;
                };
        };
    }

    static String metered(int left, YearMonth month) {
        return METERED + left + "-" + month;
    }

    static String spent(YearMonth month) {
        return SPENT + month;
    }

    /**
     * What is behind a word, for whoever makes the page; it is kept behind the decision and handed out only by it.
     *
     * @throws IllegalArgumentException when no face has this word
     */
    public static Face behindTheDecision(String word, Reach reach) {
        return switch (word) {
            case PLAIN -> new Face(plain(reach), Optional.empty());
            case FULL -> new Face(new Access.Full(), Optional.empty());
            case GIFTED -> new Face(new Access.Gifted(0), Optional.empty());
            case GIFT_OVER -> new Face(new Access.Preview(Access.Reason.GIFT_OVER), Optional.empty());
            default -> ofMonth(word);
        };
    }

    private static Access plain(Reach reach) {
        return switch (reach) {
            case EVERYONE -> new Access.Full();
            case METERED -> new Access.Preview(Access.Reason.NOT_COUNTED);
            case SUBSCRIBERS -> new Access.Preview(Access.Reason.FOR_SUBSCRIBERS);
        };
    }

    private static Face ofMonth(String word) {
        if (word.startsWith(SPENT)) {
            YearMonth month = YearMonth.parse(word.substring(SPENT.length()));
            return new Face(new Access.Preview(Access.Reason.METER_SPENT), Optional.of(month));
        }
        int dash = word.indexOf('-', METERED.length());
        if (!word.startsWith(METERED) || dash < 0) {
            throw new IllegalArgumentException("no face is called \"" + word + "\"");
        }
        int left = Integer.parseInt(word.substring(METERED.length(), dash));
        return new Face(new Access.Metered(left), Optional.of(YearMonth.parse(word.substring(dash + 1))));
    }
}
