package org.broadsheet.reader.oidc;

import org.broadsheet.reader.ReaderId;

/** What came back from the provider. */
public sealed interface Arrived {
    /** Somebody this paper knows. */
    record Recognised(ReaderId reader, String to) implements Arrived {}

    /** The account that was signed in is linked from now on. */
    record Linked(ReaderId reader) implements Arrived {}

    /** Linked to another account here already, or this account to another one there. */
    record LinkedElsewhere() implements Arrived {}

    /**
     * There is an account with this address, which the provider has verified. It is never linked by itself: whoever can sign
     * in here does so, and then links.
     */
    record SignInFirst(String email) implements Arrived {}

    /** The provider vouches for them, no account here has the address, and they have not been asked yet. */
    record Stranger(Newcomer who) implements Arrived {}

    /** The provider does not say that the address is theirs; whether there is an account with it is not told. */
    record Unverified(String email) implements Arrived {}

    /** The provider gives no address, or none that mail can be sent to. */
    record NoAddress() implements Arrived {}

    /** The reader said no at the provider, or came back too late or twice. */
    record Abandoned() implements Arrived {}

    /** What came back is not to be believed, or the provider cannot be reached: logged. */
    record Failed() implements Arrived {}
}
