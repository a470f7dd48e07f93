package org.broadsheet.paywall.meter;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meter of those who are signed in. The database says how many, whatever comes at once and at how many nodes. */
@Component
@Transactional
public class MeterReadings {

    private final MeterSql sql;
    private final int most;

    public MeterReadings(Jdbi jdbi, Settings settings) {
        this.sql = NamedSql.of(jdbi, MeterSql.class);
        this.most = settings.sales().meter();
    }

    /** One wish to read. */
    public record Opening(ReaderId reader, YearMonth month, StoryId story, Instant at) {}

    /**
     * Opens a story, if it was opened before in that month or if one is left.
     *
     * @param before stories that this browser opened in that month while nobody was signed in; they count, once
     * @return how many have been opened in that month now; nothing where this one has not
     */
    public Optional<Integer> open(Opening wish, Collection<StoryId> before) {
        long reader = wish.reader().value();
        var month = wish.month().atDay(1);
        int used = merged(wish.reader(), wish.month(), before, wish.at());
        if (sql.opened(reader, month, wish.story().value())) {
            return Optional.of(used);
        }
        if (!sql.take(reader, month, most)) {
            return Optional.empty();
        }
        sql.note(reader, month, new long[] {wish.story().value()}, wish.at());
        return Optional.of(used + 1);
    }

    /** Counts what was opened while nobody was signed in. It was opened, so it is noted even where none is left. */
    public int merged(ReaderId reader, YearMonth month, Collection<StoryId> before, Instant at) {
        sql.begin(reader.value(), month.atDay(1));
        int used = sql.lock(reader.value(), month.atDay(1));
        if (before.isEmpty()) {
            return used;
        }
        long[] stories = before.stream().mapToLong(StoryId::value).toArray();
        int more = sql.note(reader.value(), month.atDay(1), stories, at);
        sql.add(reader.value(), month.atDay(1), more);
        return used + more;
    }

    /** Months before this one are of no use to anybody. */
    public void purge(YearMonth first) {
        sql.purge(first.atDay(1));
    }
}
