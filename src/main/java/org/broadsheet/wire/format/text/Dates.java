package org.broadsheet.wire.format.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.broadsheet.wire.item.WireTime;

/**
 * Dates in any shape that agencies and feeds send: ISO 8601 and its W3C profile with their rarer forms, RFC 822 and
 * 2822 with words and zones as people write them, asctime, and a few national habits. What is no date is absent; never
 * today.
 */
public final class Dates {
    private static final int LONGEST = 100;
    /** What is ISO 8601 already is kept letter for letter. */
    private static final Pattern PLAIN_ISO =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.]\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?");

    private static final List<Function<String, Optional<Moment>>> READERS =
            List.of(IsoDates::read, NationalDates::read, MailDates::read);

    private Dates() {}

    /** A local time and the offset that was said, if any. */
    record Moment(LocalDateTime local, Optional<ZoneOffset> offset) {
        /** Absent where the fields are no real date or the offset no real one. */
        static Optional<Moment> of(int[] date, Clock time, Optional<String> zone) {
            Optional<ZoneOffset> offset = zone.flatMap(Zones::offset);
            if (zone.isPresent() && offset.isEmpty()) {
                return Optional.empty();
            }
            try {
                LocalDateTime day = LocalDateTime.of(date[0], date[1], date[2], 0, 0);
                return Optional.of(new Moment(day.plusSeconds(time.seconds()).plusNanos(time.nanos()), offset));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** A time of day; 24:00 is the next day's beginning, and a leap second is the one before it. */
    record Clock(int hour, int minute, int second, int nanos) {
        static final Clock MIDNIGHT = new Clock(0, 0, 0, 0);

        Clock {
            boolean end = hour == 24 && minute == 0 && second == 0;
            if ((hour > 23 && !end) || minute > 59 || second > 60) {
                throw new DateTimeException("no time of day");
            }
        }

        long seconds() {
            return hour * 3600L + minute * 60L + Math.min(second, 59);
        }
    }

    public static Optional<WireTime> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        for (Function<String, Optional<Moment>> reader : READERS) {
            Optional<Moment> found = tolerant(reader, text);
            if (found.isPresent()) {
                return Optional.of(time(text, found.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Moment> tolerant(Function<String, Optional<Moment>> reader, String text) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static WireTime time(String written, Moment moment) {
        Instant instant = moment.local().toInstant(moment.offset().orElse(ZoneOffset.UTC));
        if (PLAIN_ISO.matcher(written).matches()) {
            return new WireTime(written, instant);
        }
        String iso = moment.offset()
                .map(offset -> seconds(OffsetDateTime.of(moment.local(), offset).toLocalDateTime()) + offset)
                .orElseGet(() -> seconds(moment.local()));
        return new WireTime(iso, instant);
    }

    /** Always with seconds, which Java's own form leaves out when they are zero. */
    private static String seconds(LocalDateTime local) {
        String iso = local.toString();
        return iso.length() == 16 ? iso + ":00" : iso;
    }
}
