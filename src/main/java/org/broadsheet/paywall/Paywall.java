package org.broadsheet.paywall;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.springframework.stereotype.Component;

/**
 * Decides what a reader may see. Until the paper has accounts nobody can be known to subscribe: what is for
 * subscribers shows its beginning to everyone; what is metered has no meter to run against and opens, though never in a
 * response that a shared cache may keep.
 */
@Component
public class Paywall {
    private static final Access.Full FULL = new Access.Full();
    private static final Access.Preview FOR_SUBSCRIBERS = new Access.Preview(Access.Reason.FOR_SUBSCRIBERS);

    /** What a reader of whom nothing is known may see of a story with this reach. */
    public Access decide(Reach reach) {
        return switch (reach) {
            case EVERYONE, METERED -> FULL;
            case SUBSCRIBERS -> FOR_SUBSCRIBERS;
        };
    }

    /** What a reader with this pass may see now of a story with this reach. */
    public Access decide(Reach reach, Optional<Pass> pass, Instant now) {
        return pass.isPresent() && pass.get().lives(now) ? FULL : decide(reach);
    }

    /** What somebody sees who may not see the whole of a story that is not for everyone. */
    public Access.Preview preview() {
        return FOR_SUBSCRIBERS;
    }

    /** For what is kept behind the decision and handed out only by it: never an answer to a reader by itself. */
    public Access.Full behindTheDecision() {
        return FULL;
    }
}
