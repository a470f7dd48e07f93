package org.broadsheet.site.gifts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.story.StoryId;

/** A number as an address or a form says it. */
final class StoryNumber {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,17}");

    private StoryNumber() {}

    static Optional<StoryId> of(String text) {
        return number(text).map(StoryId::new);
    }

    static Optional<Long> number(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
