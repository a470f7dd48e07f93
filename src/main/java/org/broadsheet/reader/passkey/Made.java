package org.broadsheet.reader.passkey;

/** What came of making a passkey. */
public sealed interface Made {
    /** @param id of the new passkey */
    record Kept(long id) implements Made {}

    /** The ticket was too old, used, or for somebody else: asking anew helps. */
    record TooLate() implements Made {}

    /** The answer was not what an authenticator gives, or this passkey is here already. */
    record Refused() implements Made {}

    /** The account has as many as it may. */
    record TooMany(int most) implements Made {}
}
