package org.broadsheet.reader.second;

import java.time.Duration;

/** What a code was worth. */
public sealed interface CodeChecked {
    /** The app's. */
    record Right() implements CodeChecked {}

    /**
     * A recovery code's, which is used up now.
     *
     * @param left of the others
     */
    record Recovered(int left) implements CodeChecked {}

    record Wrong() implements CodeChecked {}

    /** This app's code of that half minute was used before: the next one counts. */
    record UsedBefore() implements CodeChecked {}

    record TooMany(Duration pause) implements CodeChecked {}
}
