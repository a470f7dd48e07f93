package org.broadsheet.paywall.meter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What registered readers opened of what is metered. */
interface MeterSql {

    record Row(LocalDate month, long story, Instant openedAt) {}

    @SqlUpdate("insert into paywall.meter (reader, month) values (:reader, :month) on conflict do nothing")
    void begin(long reader, LocalDate month);

    /** Whoever else opens something for this reader in this month waits here. */
    @SqlQuery("select used from paywall.meter where reader = :reader and month = :month for update")
    int lock(long reader, LocalDate month);

    @SqlQuery("""
            select exists (select from paywall.meter_read
                            where reader = :reader and month = :month and story = :story)
            """)
    boolean opened(long reader, LocalDate month, long story);

    /** False where none is left. */
    @SqlUpdate("""
            update paywall.meter set used = used + 1
             where reader = :reader and month = :month and used < :most
            """)
    boolean take(long reader, LocalDate month, int most);

    /** @return how many of them had not been noted before */
    @SqlUpdate("""
            insert into paywall.meter_read (reader, month, story, opened_at)
            select :reader, :month::date, story, :at::timestamptz from unnest(:stories::bigint[]) as story
            on conflict do nothing
            """)
    int note(long reader, LocalDate month, long[] stories, Instant at);

    @SqlUpdate("update paywall.meter set used = used + :more where reader = :reader and month = :month")
    void add(long reader, LocalDate month, int more);

    @SqlQuery("select month, story, opened_at from paywall.meter_read where reader = :reader order by opened_at, story")
    List<Row> of(long reader);

    @SqlUpdate("delete from paywall.meter where reader = :reader")
    void forget(long reader);

    @SqlUpdate("delete from paywall.meter where month < :first")
    void purge(LocalDate first);
}
