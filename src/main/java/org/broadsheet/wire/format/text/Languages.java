package org.broadsheet.wire.format.text;

import java.util.Optional;
import org.broadsheet.base.Language;

/** Language tags as senders write them. */
public final class Languages {
    private Languages() {}

    /** The tag in canonical case; absent when it is no tag at all. */
    public static Optional<String> tag(String written) {
        try {
            return Optional.of(new Language(written.strip()).tag());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
