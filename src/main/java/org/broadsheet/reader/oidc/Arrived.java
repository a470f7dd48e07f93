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
     * There is an account with this address, but the provider or this paper has not seen that the address is theirs: they
     * sign in here first, and then link.
     */
    record SignInFirst(String email) implements Arrived {}

    /** @param email that the provider has verified; no account here has it */
    record Stranger(String email) implements Arrived {}

    /** The provider gives no address. */
    record NoAddress() implements Arrived {}

    /** The reader said no at the provider, or came back too late or twice. */
    record Abandoned() implements Arrived {}

    /** What came back is not to be believed, or the provider cannot be reached: logged. */
    record Failed() implements Arrived {}
}
