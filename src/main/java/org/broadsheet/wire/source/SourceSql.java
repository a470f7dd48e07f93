package org.broadsheet.wire.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Network;
import org.broadsheet.base.fetch.Question;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SourceSql {

    record SourceRow(
            String name,
            String address,
            int everySeconds,
            List<String> besides,
            Optional<String> authorizationSealed,
            Optional<String> entityTag,
            Optional<String> lastModified,
            Instant due,
            Optional<Instant> answered,
            Optional<Instant> news,
            int failures,
            Optional<String> trouble) {

        Source source() {
            return new Source(
                    name,
                    URI.create(address),
                    Duration.ofSeconds(everySeconds),
                    besides.stream().map(Network::parse).toList());
        }

        Question.Known known() {
            return new Question.Known(entityTag, lastModified);
        }
    }

    record NewRow(
            String name, String address, int every, List<String> besides, Optional<String> authorization, Instant at) {}

    record Answer(
            String name,
            String address,
            Instant due,
            Optional<String> entityTag,
            Optional<String> lastModified,
            Instant at,
            boolean anyNews) {}

    /** Another address under a known name starts anew. */
    @SqlUpdate("""
        insert into wire.source (name, address, every_seconds, besides, authorization_sealed, added, due)
        values (:name, :address, :every, :besides::text[], :authorization, :at, :at)
        on conflict (name) do update
           set address = excluded.address, every_seconds = excluded.every_seconds, besides = excluded.besides,
               authorization_sealed = excluded.authorization_sealed, due = excluded.due,
               entity_tag = null, last_modified = null, failures = 0, trouble = null
        """)
    void put(@BindMethods NewRow row);

    @SqlUpdate("delete from wire.source where name = :name")
    boolean remove(String name);

    @SqlQuery("""
        select name, address, every_seconds, besides, authorization_sealed, entity_tag, last_modified,
               due, answered, news, failures, trouble
          from wire.source
         order by name
        """)
    List<SourceRow> all();

    /** What is due, given to one node each: until the lease ends nobody else asks there. */
    @SqlQuery("""
        update wire.source
           set due = :lease
         where name in (select name from wire.source where due <= :now order by due limit :most for update skip locked)
        returning name, address, every_seconds, besides, authorization_sealed, entity_tag, last_modified,
                  due, answered, news, failures, trouble
        """)
    List<SourceRow> claim(Instant now, Instant lease, int most);

    /** This one now, whoever asks there besides: what comes twice is kept once. */
    @SqlQuery("""
        update wire.source
           set due = :lease
         where name = :name
        returning name, address, every_seconds, besides, authorization_sealed, entity_tag, last_modified,
                  due, answered, news, failures, trouble
        """)
    Optional<SourceRow> claim(String name, Instant lease);

    @SqlUpdate("""
        update wire.source
           set due = :due, entity_tag = :entityTag, last_modified = :lastModified, answered = :at,
               news = case when :anyNews then :at else news end, failures = 0, trouble = null
         where name = :name and address = :address
        """)
    void answered(@BindMethods Answer answer);

    @SqlUpdate("""
        update wire.source
           set due = :due, failures = failures + 1, trouble = :trouble
         where name = :name and address = :address
        """)
    void failed(String name, String address, Instant due, String trouble);
}
