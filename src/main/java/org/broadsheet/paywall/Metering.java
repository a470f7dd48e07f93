package org.broadsheet.paywall;

/** Where the meter stands as regards the story in question. */
public sealed interface Metering {

    /** Opened before in this month: free. @param left how many other stories may be opened */
    record Opened(int left) implements Metering {}

    /** Not opened yet. @param left how many stories may be opened, this one among them; at least 1 */
    record Fresh(int left) implements Metering {

        public Fresh {
            if (left < 1) {
                throw new IllegalArgumentException("left is " + left + "; expected 1 or more");
            }
        }
    }

    /** Not opened yet, and none is left. */
    record Spent() implements Metering {}

    /** Nothing may be spent on this request. */
    record Uncounted() implements Metering {}
}
