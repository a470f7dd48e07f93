package org.broadsheet.wire.item;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of two versions of one item is the sender's later word. What comes late must not undo what was said after it.
 * Numbers of versions decide; where there are none, or the same, the moments that the sender gives.
 */
public final class Succession {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,60}");

    private Succession() {}

    /** Below 0 when the first is the earlier one, above 0 when it is the later one, 0 where the sender does not say. */
    public static int compare(WireItem one, WireItem other) {
        Optional<BigInteger> number = number(one);
        Optional<BigInteger> against = number(other);
        int byNumber = number.isPresent() && against.isPresent() ? number.get().compareTo(against.get()) : 0;
        return byNumber == 0 ? byMoment(one, other) : byNumber;
    }

    /** The sender's last word. @param versions in the order in which they came; it decides where the sender does not */
    public static Optional<WireItem> latest(Stream<WireItem> versions) {
        return versions.reduce((before, after) -> compare(after, before) < 0 ? before : after);
    }

    private static Optional<BigInteger> number(WireItem item) {
        return item.version().filter(said -> NUMBER.matcher(said).matches()).map(BigInteger::new);
    }

    private static int byMoment(WireItem one, WireItem other) {
        Optional<Instant> moment = moment(one);
        Optional<Instant> against = moment(other);
        return moment.isPresent() && against.isPresent() ? moment.get().compareTo(against.get()) : 0;
    }

    private static Optional<Instant> moment(WireItem item) {
        return item.updated().or(item::published).map(WireTime::instant);
    }
}
