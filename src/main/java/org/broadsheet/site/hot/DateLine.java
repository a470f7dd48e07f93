package org.broadsheet.site.hot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header (RFC 9110, 6.6.1), written once a second. */
final class DateLine {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "'Date: 'EEE, dd MMM yyyy HH:mm:ss 'GMT\r\n'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Line last = new Line(Long.MIN_VALUE, new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(long second, byte[] bytes) {}

    DateLine(InstantSource clock) {
        this.clock = clock;
    }

    byte[] now() {
        long second = Math.floorDiv(clock.millis(), 1000L);
        Line line = last;
        if (line.second != second) {
            line = new Line(second, FORMAT.format(Instant.ofEpochSecond(second)).getBytes(StandardCharsets.US_ASCII));
            last = line;
        }
        return line.bytes;
    }
}
