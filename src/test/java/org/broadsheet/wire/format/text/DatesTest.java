package org.broadsheet.wire.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.broadsheet.wire.item.WireTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-06-26T16:02:03+02:00, 2024-06-26T16:02:03+02:00",
        "2014-07-22T06:20:12.000Z, 2014-07-22T06:20:12.000Z",
        "2019-04-15T13:49:15, 2019-04-15T13:49:15",
        "2022-06-26T23:54:25+0000, 2022-06-26T23:54:25Z",
        "20151210T191044Z, 2015-12-10T19:10:44Z",
        "20131020T192751+1100, 2013-10-20T19:27:51+11:00",
        "'Thu, 01 Jan 2004 19:48:21 GMT', 2004-01-01T19:48:21Z",
        "'Sat, 07 Sep 2002 0:00:01 -0530', 2002-09-07T00:00:01-05:30",
        "'Sun Jan  4 16:29:06 2004', 2004-01-04T16:29:06",
        "'4 January 2004', 2004-01-04T00:00:00",
        "'Sab, 3 Jan 2026 11:10:07 WIB', 2026-01-03T11:10:07+07:00",
        "2003-335, 2003-12-01T00:00:00",
        "2003, 2003-01-01T00:00:00",
        "2026-12-31T24:00:00Z, 2026-12-31T24:00:00Z"
    })
    void dates_keep_the_offset_they_were_sent_with(String written, String iso) {
        assertThat(Dates.read(written)).map(WireTime::iso).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2003-13-01",
                "2003-02-30",
                "2003-12-31T25:00:00Z",
                "Thu, 31 Foo 2004 10:00:00 GMT",
                "1",
                "0000-00-00T00:00:00Z",
                "Sun, 99 Jun 2009 12:00:00 GMT",
                "2013-01-28T11:30:00-06:00Textra",
                "Mon, 26 Jan 2004 16:31:00 XYZ",
                "99999999999999999999"
            })
    void what_is_no_date_is_absent(String written) {
        assertThat(Dates.read(written)).isEmpty();
    }

    @Property(tries = 300)
    void every_moment_written_by_the_rules_is_read_back(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = -12, max = 14) int hours) {
        OffsetDateTime moment = Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(hours));
        DateTimeFormatter mail = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

        assertThat(Dates.read(moment.toString())).map(WireTime::instant).contains(moment.toInstant());
        assertThat(Dates.read(mail.format(moment))).map(WireTime::instant).contains(moment.toInstant());
    }

    @Property(tries = 500)
    void any_words_are_a_date_or_none(@ForAll @StringLength(max = 60) String words) {
        assertThat(Dates.read(words))
                .satisfiesAnyOf(
                        date -> assertThat(date).isEmpty(),
                        date -> assertThat(date).isPresent());
    }
}
