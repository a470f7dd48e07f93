package org.broadsheet.reader.passkey;

import org.broadsheet.reader.ReaderId;

/** What a passkey's answer says. */
public sealed interface Recognised {
    /** @param verified whether the authenticator asked for a finger, a face or a PIN: then it counts as two factors */
    record Known(ReaderId reader, boolean verified) implements Recognised {}

    /** The ticket was too old or used: asking anew helps. */
    record TooLate() implements Recognised {}

    /** A passkey that this paper does not know: removed here, or never made. */
    record Unknown() implements Recognised {}

    /** The signature, the origin or the counter is wrong. */
    record Refused() implements Recognised {}
}
