package org.broadsheet.reader;

import java.time.Instant;
import org.broadsheet.reader.limit.Limit;
import org.broadsheet.reader.limit.Tries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail that one reader has the paper send to somebody who has not asked for it: counted by who asks, whatever they ask for, and
 * by whom it reaches, whoever asks. Beside the count of what anybody can have sent, so that invitations keep nobody from a link
 * to sign in with.
 */
@Component
public class Invitations {
    private final Tries tries;

    Invitations(Tries tries) {
        this.tries = tries;
    }

    /** What is said of one more. */
    public enum Allowed {
        YES,
        /** The reader has sent very many today. */
        SENDER_TIRED,
        /** The address has got very many lately. */
        ADDRESS_TIRED
    }

    /** Counts one, in the caller's transaction where there is one. */
    @Transactional
    public Allowed take(ReaderId sender, Email to, Instant at) {
        if (tries.take(Limit.INVITES, sender.toString(), at).isPresent()) {
            return Allowed.SENDER_TIRED;
        }
        return tries.take(Limit.INVITED, to.key(), at).isPresent() ? Allowed.ADDRESS_TIRED : Allowed.YES;
    }
}
