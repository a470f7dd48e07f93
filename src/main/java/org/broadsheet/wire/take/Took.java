package org.broadsheet.wire.take;

import java.time.Instant;
import org.broadsheet.story.Address;
import org.broadsheet.story.Printed;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.item.WireStatus;

/** What became of the wish to have an item of the wire as a story. */
public sealed interface Took {
    /** A draft now. */
    record Made(StoryId story) implements Took {}

    /** Before readers now. */
    record Published(StoryId story, Address address) implements Took {}

    /** A draft that is not printed as it stands, and why. */
    record Waiting(StoryId story, Printed why) implements Took {}

    /** Somebody has taken it before; this is their story. */
    record Already(StoryId story) implements Took {}

    record NoSuchItem() implements Took {}

    /** The sender does not allow it: withheld or killed. */
    record NotAllowed(WireStatus status) implements Took {}

    /** Made, and printed by itself when the sender's embargo ends. */
    record Embargoed(StoryId story, Instant until) implements Took {}

    /** A picture, a package, an event: nothing to read in it. */
    record NoText() implements Took {}
}
