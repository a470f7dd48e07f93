package org.broadsheet.house.crooked.story;

import java.util.function.Supplier;
import org.broadsheet.story.Access;

/** Wrong on purpose: grants by itself, once by calling and once by reference. */
public final class GrantsItself {

    public Access grant() {
        return new Access.Full();
    }

    public Supplier<Access> later() {
        return Access.Full::new;
    }
}
