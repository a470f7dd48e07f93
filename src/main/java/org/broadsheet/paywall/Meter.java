package org.broadsheet.paywall;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.base.Settings;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.paywall.meter.MeterReadings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/**
 * So many stories a calendar month of the paper's zone for those who do not subscribe (setting METER). Of strangers only
 * their cookies tell; of those who are signed in the database, and a cookie bound to them saves asking it again.
 */
@Component
public class Meter {

    private final MeterReadings readings;
    private final MeterCookies cookies;
    private final Settings settings;
    private final int most;
    private volatile MeterMonth month;

    Meter(MeterReadings readings, MeterCookies cookies, Settings settings, InstantSource clock) {
        this.readings = readings;
        this.cookies = cookies;
        this.settings = settings;
        this.most = settings.sales().meter();
        this.month = MeterMonth.of(clock.instant(), settings.zone(), most);
    }

    /** The month that this instant falls in. */
    public MeterMonth month(Instant now) {
        MeterMonth last = month;
        if (!last.holds(now)) {
            last = MeterMonth.of(now, settings.zone(), most);
            month = last;
        }
        return last;
    }

    /** How many stories a month. */
    public int most() {
        return most;
    }

    /** Whom a story is for in this paper: where none are free, what is metered is for subscribers. */
    public Reach reach(Reach said) {
        return said == Reach.METERED && most == 0 ? Reach.SUBSCRIBERS : said;
    }

    /** What these cookies say of a story; of a reader's own meter they know only what this browser was told. */
    Metering stands(List<MeterRead> reads, Optional<ReaderId> reader, StoryId story, MeterMonth now) {
        boolean opened = false;
        int used = 0;
        int count = 0;
        for (MeterRead read : reads) {
            if (read.month().equals(now.month()) && read.reader().equals(reader)) {
                opened |= read.story().equals(story);
                used = Math.max(used, read.used());
                count++;
            }
        }
        int left = Math.max(0, most - Math.max(used, count < 2 ? count : distinct(reads, reader, now)));
        if (opened) {
            return new Metering.Opened(left);
        }
        return left == 0 ? new Metering.Spent() : new Metering.Fresh(left);
    }

    private static int distinct(List<MeterRead> reads, Optional<ReaderId> reader, MeterMonth now) {
        return stories(reads, reader, now).size();
    }

    private static Set<StoryId> stories(List<MeterRead> reads, Optional<ReaderId> reader, MeterMonth now) {
        return reads.stream()
                .filter(read ->
                        read.month().equals(now.month()) && read.reader().equals(reader))
                .map(MeterRead::story)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A story opened, or not. @param cookie to be set; absent where nothing is opened */
    record Opened(Metering stands, Optional<String> cookie) {}

    /** Opens a story for a stranger who has one left. */
    Opened open(StoryId story, int left, Instant now) {
        MeterMonth in = month(now);
        MeterRead read = new MeterRead(in.month(), story, Optional.empty(), most - left + 1);
        return new Opened(new Metering.Opened(left - 1), Optional.of(cookies.set(read, now, in.ends())));
    }

    /** Opens a story for a reader if the database agrees, and counts what this browser opened before they signed in. */
    Opened open(ReaderId reader, StoryId story, List<MeterRead> reads, Instant now) {
        MeterMonth in = month(now);
        MeterReadings.Opening wish = new MeterReadings.Opening(reader, in.month(), story, now);
        return readings.open(wish, stories(reads, Optional.empty(), in))
                .map(used -> {
                    MeterRead read = new MeterRead(in.month(), story, Optional.of(reader), Math.min(used, most));
                    return new Opened(
                            new Metering.Opened(Math.max(0, most - used)),
                            Optional.of(cookies.set(read, now, in.ends())));
                })
                .orElse(new Opened(new Metering.Spent(), Optional.empty()));
    }

    /** At sign-in: what this browser opened before counts for the reader. */
    public void merge(ReaderId reader, Credentials before, Instant now) {
        MeterMonth in = month(now);
        Set<StoryId> opened = stories(before.reads(), Optional.empty(), in);
        if (!opened.isEmpty()) {
            readings.merged(reader, in.month(), opened, now);
        }
    }
}
