package org.broadsheet.story;

/**
 * What one reader may see of one story, and why. Declared beside the body that it opens; only the paywall makes one
 * that grants.
 */
public sealed interface Access {
    /** The whole story. */
    record Full() implements Access {}

    /** The beginning, and the words that say why. */
    record Preview(Reason why) implements Access {}

    /** Why a reader sees the beginning only. */
    enum Reason {
        FOR_SUBSCRIBERS
    }
}
