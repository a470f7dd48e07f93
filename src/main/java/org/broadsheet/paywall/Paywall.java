package org.broadsheet.paywall;

import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.springframework.stereotype.Component;

/** Decides what a reader may see. docs/paywall.md has all combinations in a table, which a test walks. */
@Component
public class Paywall {

    private static final Access.Full FULL = new Access.Full();
    private static final Access.Preview FOR_SUBSCRIBERS = new Access.Preview(Access.Reason.FOR_SUBSCRIBERS);
    private static final Access.Preview METER_SPENT = new Access.Preview(Access.Reason.METER_SPENT);
    private static final Access.Preview NOT_COUNTED = new Access.Preview(Access.Reason.NOT_COUNTED);
    private static final Access.Preview GIFT_OVER = new Access.Preview(Access.Reason.GIFT_OVER);

    /** What everybody sees. */
    static final Access.Preview BEGINNING = FOR_SUBSCRIBERS;

    /** The first rule that applies wins. Nothing is spent here: gather facts, decide, and only then spend. */
    public static Access decide(Reach story, Standing reader, Given gift, Metering meter) {
        if (story == Reach.EVERYONE || reader instanceof Standing.Crawler || reader instanceof Standing.Subscriber) {
            return FULL;
        }
        if (gift instanceof Given.Live(long number)) {
            return new Access.Gifted(number);
        }
        if (story == Reach.METERED && meter instanceof Metering.Opened(int left)) {
            return new Access.Metered(left);
        }
        if (story == Reach.METERED && meter instanceof Metering.Fresh(int left)) {
            return new Access.Metered(left - 1);
        }
        if (gift instanceof Given.Over) {
            return GIFT_OVER;
        }
        return switch (story) {
            case METERED -> meter instanceof Metering.Spent ? METER_SPENT : NOT_COUNTED;
            case SUBSCRIBERS, EVERYONE -> FOR_SUBSCRIBERS;
        };
    }

    /** What somebody sees who may not see the whole of a story that is not for everyone. */
    public Access.Preview preview() {
        return FOR_SUBSCRIBERS;
    }

    /** What a partner has who has the paper's stories by contract: never an answer to a reader. */
    public Access.Full underContract() {
        return FULL;
    }

    /** For what is kept behind the decision and handed out only by it: never an answer to a reader by itself. */
    public Access.Full behindTheDecision() {
        return FULL;
    }
}
