package org.broadsheet.wire;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.format.Content.Transport;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface WireSql {

    record KeptRow(long id, String source, Instant arrived, String content) {}

    record UnreadRow(
            long id,
            String source,
            Instant arrived,
            byte[] content,
            Optional<String> charset,
            Optional<String> language,
            Optional<String> location) {
        Transport transport() {
            return new Transport(charset, language, location.map(URI::create));
        }
    }

    /** What tells items apart: nothing is kept twice under one. */
    record Name(String source, String guid, String version, String sha256) {}

    record AddedRow(long id, String source, String guid, String version, String sha256, Instant arrived) {
        Name name() {
            return new Name(source, guid, version, sha256);
        }
    }

    record HeldRow(long id, long raw, String guid, String version, String sha256) {}

    /**
     * The same bytes again change nothing.
     *
     * @param arrivals a JSON array of objects with the columns' names
     * @param contents the bytes of each, in the same order
     */
    @SqlUpdate("""
        insert into wire.raw (source, sha256, arrived, charset, language, location, content)
        select source, sha256, arrived, charset, language, location, content
          from rows from (
               jsonb_to_recordset(:arrivals::jsonb) as (
               source text, sha256 text, arrived timestamptz, charset text, language text, location text),
               unnest(:contents::bytea[])) as sent (source, sha256, arrived, charset, language, location, content)
        on conflict (source, sha256) do nothing
        """)
    void keep(String arrivals, Argument contents);

    /** What no one has read yet, oldest first, each given to one reader at a time. */
    @SqlQuery("""
        select id, source, arrived, content, charset, language, location
          from wire.raw
         where outcome is null
         order by id
         limit :most
           for update skip locked
        """)
    List<UnreadRow> unread(int most);

    /**
     * Adds what nobody has sent before; the answer is one row for each of those.
     *
     * @param items a JSON array of objects with the columns' names
     * @param contents the JSON of each, in the same order: inside the array it would be read twice
     */
    @SqlQuery("""
        insert into wire.item (raw, source, guid, version, sha256, arrived, status, embargo, content)
        select raw, source, guid, version, sha256, arrived, status, embargo, content
          from rows from (
               jsonb_to_recordset(:items::jsonb) as (
               raw bigint, source text, guid text, version text, sha256 text,
               arrived timestamptz, status text, embargo timestamptz),
               unnest(:contents::text[]::jsonb[])) as sent (
               raw, source, guid, version, sha256, arrived, status, embargo, content)
        on conflict (source, guid, version, sha256) do nothing
        returning id, source, guid, version, sha256, arrived
        """)
    List<AddedRow> add(String items, Argument contents);

    /** @param answers a JSON array of objects with the columns' names */
    @SqlUpdate("""
        update wire.raw
           set outcome = answer.outcome, reason = answer.reason, format = answer.format
          from jsonb_to_recordset(:answers::jsonb) as answer (raw bigint, outcome text, reason text, format text)
         where raw.id = answer.raw
        """)
    void answer(String answers);

    /** What is kept after a document, of one source or, where that is empty, of all; held until they are read again. */
    @SqlQuery("""
        select id, source, arrived, content, charset, language, location
          from wire.raw
         where id > :after and (:source::text = '' or source = :source)
         order by id
         limit :most
           for update
        """)
    List<UnreadRow> again(String source, long after, int most);

    /** What was read from a document and is kept under its name. */
    @SqlQuery("""
        select id, raw, guid, version, sha256 from wire.item where raw = :raw order by id
        """)
    List<HeldRow> held(long raw);

    @SqlQuery("""
        select id, raw, guid, version, sha256
          from wire.item
         where source = :source and guid = :guid and version = :version and sha256 = :sha256
        """)
    Optional<HeldRow> same(String source, String guid, String version, String sha256);

    /** Of documents that say the same the first is the one that the item is kept under. */
    @SqlUpdate("""
        update wire.item set raw = :raw where id = :id and raw > :raw
        """)
    void keepUnder(long raw, long id);

    /** @param item a JSON object with the columns' names */
    @SqlUpdate("""
        update wire.item
           set guid = said.guid,
               version = said.version,
               sha256 = said.sha256,
               status = said.status,
               embargo = said.embargo,
               content = :content::jsonb
          from jsonb_to_record(:item::jsonb) as said (
               guid text, version text, sha256 text, status text, embargo timestamptz)
         where item.id = :id
        """)
    void change(long id, String item, String content);

    @SqlUpdate("""
        delete from wire.item where id = :id
        """)
    void remove(long id);

    /** The newest of each identifier, newest arrival first. */
    @SqlQuery("""
        select id, source, arrived, content
          from wire.item as newest
         where not exists (select 1
                             from wire.item as later
                            where later.source = newest.source
                              and later.guid = newest.guid
                              and (later.arrived, later.id) > (newest.arrived, newest.id))
         order by arrived desc, id desc
         limit :most
        """)
    List<KeptRow> latest(int most);

    @SqlQuery("""
        select id, source, arrived, content
          from wire.item
         where source = :source and guid = :guid
         order by arrived, id
        """)
    List<KeptRow> history(String source, String guid);

    @SqlQuery("""
        select content from wire.raw where source = :source and sha256 = :sha256
        """)
    Optional<byte[]> raw(String source, String sha256);
}
