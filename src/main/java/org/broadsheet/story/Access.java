package org.broadsheet.story;

/**
 * What one reader may see of one story, and why. Declared beside the body that it opens; only the paywall makes one
 * that grants.
 */
public sealed interface Access {

    /** The whole story. */
    record Full() implements Access {}

    /** The whole story, because somebody gave it away. @param gift its number */
    record Gifted(long gift) implements Access {}

    /** The whole story, as one of those that are free this month. @param left how many more of them there are */
    record Metered(int left) implements Access {}

    /** The beginning, and the words that say why. */
    record Preview(Reason why) implements Access {}

    /** Why a reader sees the beginning only. */
    enum Reason {
        /** The story is for subscribers, and the reader is not known to be one. */
        FOR_SUBSCRIBERS,
        /** The story is one of those that are free so many times a month, and the month's are used up. */
        METER_SPENT,
        /** It would be free, but this is a program or only looks at the head: nothing is spent on those. */
        NOT_COUNTED,
        /** It was given to this reader, and the gift is over. */
        GIFT_OVER
    }
}
