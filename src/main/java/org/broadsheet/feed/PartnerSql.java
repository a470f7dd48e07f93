package org.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PartnerSql {

    record PartnerRow(
            String name, List<String> sections, String body, Instant added, Optional<Instant> asked, long stories) {
        Partner partner() {
            Partner.Bodies bodies = Partner.Bodies.valueOf(body.toUpperCase(Locale.ROOT));
            return new Partner(name, List.copyOf(sections), bodies, added, asked, stories);
        }
    }

    record NewRow(String name, byte[] tokenHash, List<String> sections, String body, Instant at) {}

    /** Said again it makes the token that was worthless; what was handed stays written down. */
    @SqlUpdate("""
        insert into feed.partner (name, token_hash, sections, body, added)
        values (:name, :tokenHash, :sections::text[], :body, :at)
        on conflict (name) do update
           set token_hash = excluded.token_hash, sections = excluded.sections, body = excluded.body
        """)
    void put(@BindMethods NewRow row);

    @SqlUpdate("delete from feed.partner where name = :name")
    boolean remove(String name);

    @SqlQuery("""
        select p.name, p.sections, p.body, p.added, p.asked,
               (select count(*) from feed.handed h where h.partner = p.name) stories
          from feed.partner p
         order by p.name
        """)
    List<PartnerRow> all();

    /** Whoever shows this token, and that it asked. */
    @SqlQuery("""
        update feed.partner set asked = :at where token_hash = :tokenHash
        returning name, sections, body, added, asked, 0::bigint stories
        """)
    Optional<PartnerRow> asks(byte[] tokenHash, Instant at);

    /** Those of these stories that a partner was given. */
    @SqlQuery("select story from feed.handed where partner = :partner and story = any(:stories::bigint[])")
    List<Long> handed(String partner, long[] stories);

    /** Of a partner that was removed meanwhile nothing is written down. */
    @SqlUpdate("""
        insert into feed.handed (partner, story, first_handed, last_handed, offered)
        select p.name, given.story, :at, :at, true
          from feed.partner p, unnest(:stories::bigint[]) as given (story)
         where p.name = :partner
        on conflict (partner, story) do update set last_handed = excluded.last_handed, offered = true
        """)
    void hand(String partner, long[] stories, Instant at);

    @SqlUpdate("""
        update feed.handed set last_handed = :at, offered = false
         where partner = :partner and story = any(:stories::bigint[]) and offered
        """)
    void takeBack(String partner, long[] stories, Instant at);
}
