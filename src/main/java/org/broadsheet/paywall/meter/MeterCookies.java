package org.broadsheet.paywall.meter;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/**
 * Writes what was opened into cookies of their own and reads them back: sealed, so that how many there are can be seen and
 * nothing else. Two tabs that open two stories at once each bring one, and neither overwrites the other's.
 */
@Component
public class MeterCookies {

    /** Begins the name; what follows is random and says nothing. */
    public static final String PREFIX = "meter-";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 8;
    private static final byte VERSION = 1;
    private static final int BYTES = 1 + 2 + 1 + 8 + 8 + 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sealer sealer;
    private final PaperCookies cookies;

    public MeterCookies(Settings settings, PaperCookies cookies) {
        this.sealer = new Sealer(settings, "meter");
        this.cookies = cookies;
    }

    /** The value of a {@code Set-Cookie} header; the cookie goes when the month ends. */
    public String set(MeterRead read, Instant now, Instant monthEnds) {
        StringBuilder name = new StringBuilder(PREFIX);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> name.append(LETTERS.charAt(at)));
        return cookies.set(name.toString(), write(read), Duration.between(now, monthEnds));
    }

    public String write(MeterRead read) {
        return sealer.seal(ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putShort((short) read.month().getYear())
                .put((byte) read.month().getMonthValue())
                .putLong(read.story().value())
                .putLong(read.reader().map(ReaderId::value).orElse(0L))
                .put((byte) read.used())
                .array());
    }

    /** Nothing where this paper did not seal it. */
    public Optional<MeterRead> read(String sealed) {
        return sealer.open(sealed)
                .map(ByteBuffer::wrap)
                .filter(text -> text.remaining() == BYTES && text.get() == VERSION)
                .map(text -> {
                    YearMonth month = YearMonth.of(text.getShort(), text.get());
                    StoryId story = new StoryId(text.getLong());
                    long reader = text.getLong();
                    return new MeterRead(
                            month,
                            story,
                            reader == 0 ? Optional.empty() : Optional.of(new ReaderId(reader)),
                            text.get());
                });
    }
}
