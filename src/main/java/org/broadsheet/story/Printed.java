package org.broadsheet.story;

import java.util.List;

/** What became of the wish to make ready, schedule, print, withdraw or correct a story. */
public sealed interface Printed {
    record Done(Address address) implements Printed {}

    /** Done, and readers do not see it yet: scheduled, where it waits for the end of an embargo. */
    record Waiting(State state) implements Printed {}

    /** Not as it stands. @param missing what is needed first, in words */
    record NotYet(List<String> missing) implements Printed {}

    /** Held back before readers see it. @param objections what has to be changed first, each a sentence */
    record Held(List<String> objections) implements Printed {}

    /** A story in this state cannot do that. */
    record WrongState(State state) implements Printed {}

    record NoSuchStory() implements Printed {}
}
