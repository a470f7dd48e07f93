package org.broadsheet.wire.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How agencies speak, learned from what came of each in the last two weeks. One that was heard at this time of the day on every
 * day but one, and is not heard now, has fallen silent: editors are written to once, and once more when it is heard again.
 */
@Component
@Transactional
public class SourceHealth {
    private static final int CHART = 48;

    private final HealthSql sql;
    private final Outbox outbox;
    private final Optional<Staff> staff;

    SourceHealth(Jdbi jdbi, Outbox outbox, Optional<Staff> staff) {
        this.sql = NamedSql.of(jdbi, HealthSql.class);
        this.outbox = outbox;
        this.staff = staff;
    }

    /**
     * How one agency speaks.
     *
     * @param last when its newest item came
     * @param hourly items in each of the last 48 hours, the oldest first
     * @param silentFor hours in which something usually comes at this time of the day, where nothing came
     */
    public record Voice(String source, Instant last, List<Integer> hourly, Optional<Integer> silentFor) {
        public Voice {
            hourly = List.copyOf(hourly);
        }

        /** How long ago it was heard. */
        public Duration ago(Instant now) {
            return Duration.between(last, now);
        }
    }

    /** Every agency that was heard in the last two weeks, by name. */
    @Transactional(readOnly = true)
    public List<Voice> voices(Instant now) {
        Map<String, List<HealthSql.HourRow>> bySource = sql.hours(now).stream()
                .collect(Collectors.groupingBy(HealthSql.HourRow::source, LinkedHashMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(each -> voice(each.getKey(), each.getValue()))
                .toList();
    }

    private static Voice voice(String source, List<HealthSql.HourRow> rows) {
        int[] ago = new int[Hours.KEPT];
        rows.stream().filter(row -> row.hoursAgo() < Hours.KEPT).forEach(row -> ago[row.hoursAgo()] += row.items());
        List<Integer> chart =
                new ArrayList<>(Arrays.stream(ago, 0, CHART).boxed().toList());
        Instant last = rows.stream()
                .map(HealthSql.HourRow::last)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Voice(source, last, chart.reversed(), new Hours(ago).silent());
    }

    /** Notices who has fallen silent and who is heard again, and writes to editors about it. Safe on any number of nodes. */
    public List<String> notice(Instant now) {
        List<Voice> voices = voices(now);
        List<String> said = new ArrayList<>();
        for (Voice voice : voices) {
            if (voice.silentFor().isPresent() && sql.silent(voice.source(), voice.last(), now)) {
                said.add(silent(voice, now));
            }
        }
        for (HealthSql.SilenceRow silence : sql.silences()) {
            voices.stream()
                    .filter(voice -> voice.source().equals(silence.source()))
                    .filter(voice -> voice.last().isAfter(silence.heard()))
                    .filter(voice -> sql.speaks(voice.source()))
                    .forEach(voice -> said.add(again(voice, silence, now)));
        }
        return said;
    }

    private String silent(Voice voice, Instant now) {
        String subject = voice.source() + " has fallen silent";
        write(
                subject,
                """
                Nothing has come from %s since %s. On other days something comes at this time within %d hours.

                'broadsheet wire sources' says whether the agency can be asked, 'broadsheet wire health' how it usually speaks.
                """.formatted(voice.source(), voice.last(), voice.silentFor().orElseThrow()),
                now);
        return subject;
    }

    private String again(Voice voice, HealthSql.SilenceRow silence, Instant now) {
        String subject = voice.source() + " is heard again";
        write(subject, """
                Something has come from %s at %s, for the first time since %s.
                """.formatted(voice.source(), voice.last(), silence.heard()), now);
        return subject;
    }

    private void write(String subject, String text, Instant now) {
        staff.map(Staff::all).orElse(List.of()).stream()
                .filter(member -> member.role().may(Role.EDITOR))
                .forEach(member -> outbox.send(new Mail(member.email(), subject, text, ""), now));
    }
}
