package org.broadsheet.reader.link;

import java.time.Duration;
import java.util.Locale;

/** What a link lets its holder do, and for how long. */
public enum Purpose {
    /** As long as a code from elsewhere may live (ASVS 6.5.5). */
    SIGN_IN(Duration.ofMinutes(10)),
    /** Choose a new password. */
    RESET(Duration.ofHours(1)),
    /** Say yes to a new address, in the mailbox of the old one. */
    OLD_ADDRESS(Duration.ofDays(1)),
    /** Say yes to a new address, in its own mailbox. */
    NEW_ADDRESS(Duration.ofDays(1));

    private final Duration life;

    Purpose(Duration life) {
        this.life = life;
    }

    public Duration life() {
        return life;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
