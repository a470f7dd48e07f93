package org.broadsheet.reader.limit;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tries as they are counted. */
interface TriesSql {
    /** One more, and by which rule; waits are in seconds. */
    record Try(byte[] key, int free, long first, long longest, long each, Instant at) {}

    /** Nothing while the last try's wait is not over: then nothing is counted either. */
    @SqlQuery("""
            insert into reader.tries as t (key, tries, last_at, open_at)
            values (:key, 1, :at, :at)
            on conflict (key) do update
               set tries = greatest(0, t.tries - floor(extract(epoch from :at::timestamptz - t.last_at) / :each)::int) + 1,
                   last_at = :at,
                   open_at = case
                       when greatest(0, t.tries - floor(extract(epoch from :at::timestamptz - t.last_at) / :each)::int) + 1 < :free then :at::timestamptz
                       else :at::timestamptz + make_interval(secs => least(
                           :longest::double precision,
                           :first::double precision * power(2, least(greatest(0, t.tries - floor(extract(epoch from :at::timestamptz - t.last_at) / :each)::int) + 1 - :free, 20))))
                       end
             where t.open_at <= :at
            returning tries
            """)
    Optional<Integer> take(@BindMethods Try one);

    @SqlQuery("select open_at from reader.tries where key = :key")
    Optional<Instant> openAt(byte[] key);

    @SqlUpdate("delete from reader.tries where key = :key")
    void clear(byte[] key);

    @SqlUpdate("update reader.tries set tries = greatest(tries - 1, 0), open_at = :at where key = :key")
    void giveBack(byte[] key, Instant at);

    @SqlUpdate("delete from reader.tries where last_at < :before")
    int forget(Instant before);
}
