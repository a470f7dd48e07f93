package org.broadsheet.wire.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface UpdateSql {

    record UpdateRow(long id, long story, String source, String reason, String item, Instant came) {}

    /** Under a new number: who has looked at the earlier one is told so. */
    @SqlUpdate("""
        insert into wire.update (story, reason, item, came)
        values (:story, :reason, :item::jsonb, :at)
        on conflict (story) do update
           set id = nextval(pg_get_serial_sequence('wire.update', 'id')),
               reason = excluded.reason, item = excluded.item, came = excluded.came
        """)
    void waits(long story, String reason, String item, Instant at);

    @SqlQuery("""
        select u.id, u.story, t.source, u.reason, u.item, u.came
          from wire.update u
          join wire.taken t on t.story = u.story
         order by u.came desc, u.id desc
         limit :most
        """)
    List<UpdateRow> waiting(int most);

    /** Before anything is asked of a story's update: who waited for this sees what became of it meanwhile. */
    @SqlQuery("select story from wire.taken where story = :story for update")
    Optional<Long> hold(long story);

    @SqlQuery("""
        select u.id, u.story, t.source, u.reason, u.item, u.came
          from wire.update u
          join wire.taken t on t.story = u.story
         where u.story = :story
        """)
    Optional<UpdateRow> waitingOf(long story);

    @SqlUpdate("delete from wire.update where story = :story")
    void done(long story);
}
