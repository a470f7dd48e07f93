package org.broadsheet.reader.second;

import java.time.Duration;

/** What a code was worth. */
public sealed interface CodeChecked {
    /** @param recoveryCodesLeft that have not been used */
    record Right(int recoveryCodesLeft) implements CodeChecked {}

    record Wrong() implements CodeChecked {}

    /** This app's code of that half minute was used before: the next one counts. */
    record UsedBefore() implements CodeChecked {}

    record TooMany(Duration pause) implements CodeChecked {}
}
