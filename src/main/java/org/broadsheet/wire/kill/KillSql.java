package org.broadsheet.wire.kill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface KillSql {

    record OrderRow(long story, Optional<String> source, String ordered, String why, Instant received, Instant acts) {}

    record KillRow(
            long id,
            long story,
            Optional<String> source,
            String ordered,
            String why,
            Instant received,
            Instant acts,
            Optional<Instant> decided,
            Optional<String> decidedBy,
            Optional<String> reason) {
        Kill kill() {
            return new Kill(
                    id,
                    new StoryId(story),
                    source,
                    Kill.Order.of(ordered),
                    why,
                    received,
                    acts,
                    decided.map(at -> new Kill.Decision(at, decidedBy.orElse(""), reason)));
        }
    }

    record GoneRow(String node, String surface, Instant looked, boolean gone) {}

    /** Nothing when one waits for this story already: that stays the one to decide. */
    @SqlQuery("""
        insert into wire.kill (story, source, ordered, why, received, acts)
        values (:story, :source, :ordered, :why, :received, :acts)
        on conflict (story) where decided is null do nothing
        returning id
        """)
    Optional<Long> add(@BindMethods OrderRow order);

    @SqlQuery("""
        select id, story, source, ordered, why, received, acts, decided, decided_by, reason
          from wire.kill
         where id = :id
        """)
    Optional<KillRow> find(long id);

    @SqlQuery("""
        select id, story, source, ordered, why, received, acts, decided, decided_by, reason
          from wire.kill
         where id = :id
           for update
        """)
    Optional<KillRow> hold(long id);

    @SqlQuery("""
        select id, story, source, ordered, why, received, acts, decided, decided_by, reason
          from wire.kill
         where story = :story and decided is null
           for update
        """)
    Optional<KillRow> waitingOf(long story);

    /** Each is given to one asker only, however many ask at once. */
    @SqlQuery("""
        select id, story, source, ordered, why, received, acts, decided, decided_by, reason
          from wire.kill
         where decided is null and acts <= :now
         order by acts, id
         limit 100
           for update skip locked
        """)
    List<KillRow> due(Instant now);

    /** What waits and no editor was written to about; each is given to one asker only. */
    @SqlQuery("""
        update wire.kill
           set told = :now
         where id in (select id from wire.kill
                       where decided is null and told is null
                       order by id
                       limit 100
                         for update skip locked)
        returning id, story, source, ordered, why, received, acts, decided, decided_by, reason
        """)
    List<KillRow> untold(Instant now);

    @SqlQuery("""
        select id, story, source, ordered, why, received, acts, decided, decided_by, reason
          from wire.kill
         order by decided is not null, received desc, id desc
         limit :most
        """)
    List<KillRow> newest(int most);

    @SqlUpdate("""
        update wire.kill set decided = :at, decision = :decision, decided_by = :by, reason = :reason where id = :id
        """)
    void decide(long id, String decision, Instant at, String by, Optional<String> reason);

    @SqlQuery("select wait_minutes from wire.kill_rule where source = :source")
    Optional<Integer> minutes(String source);

    @SqlUpdate("""
        insert into wire.kill_rule (source, wait_minutes) values (:source, :minutes)
        on conflict (source) do update set wait_minutes = excluded.wait_minutes
        """)
    void rule(String source, int minutes);

    @SqlUpdate("delete from wire.kill_rule where source = :source")
    void atOnce(String source);

    /** A later look takes the place of an earlier one that still saw the story. */
    @SqlUpdate("""
        insert into wire.kill_gone (kill, node, surface, looked, gone)
        values (:kill, :node, :surface, :looked, :gone)
        on conflict (kill, node, surface) do update
           set looked = excluded.looked, gone = excluded.gone
         where not kill_gone.gone
        """)
    void gone(long kill, String node, String surface, Instant looked, boolean gone);

    @SqlQuery("""
        select node, surface, looked, gone from wire.kill_gone where kill = :kill order by looked, node, surface
        """)
    List<GoneRow> places(long kill);
}
