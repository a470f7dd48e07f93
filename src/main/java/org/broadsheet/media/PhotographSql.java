package org.broadsheet.media;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PhotographSql {

    record Row(
            long id,
            String hash,
            int width,
            int height,
            String colour,
            String blur,
            String caption,
            String credit,
            String alternativeText,
            String creator,
            String rights,
            String usage,
            String place,
            Optional<LocalDate> taken) {}

    /** What is known of a photograph when it is written for the first time. */
    record NewRow(
            String sha256,
            String originalType,
            int originalBytes,
            String hash,
            int width,
            int height,
            String colour,
            String blur) {}

    record RenditionRow(String hash, int width, PictureFormat format, int height, int bytes) {}

    /** Empty when another upload of the same bytes was there first. */
    @SqlQuery("""
        insert into media.photograph (
               sha256, original_type, original_bytes, hash, width, height, colour, blur,
               caption, credit, alternative_text, creator, rights, usage, place, taken, kept, changed)
        values (:row.sha256, :row.originalType, :row.originalBytes, :row.hash, :row.width, :row.height,
               :row.colour, :row.blur,
               :details.caption, :details.credit, :details.alternativeText, :details.creator, :details.rights,
               :details.usage, :details.place, :details.taken, :at, :at)
        on conflict (sha256) do nothing
        returning id
        """)
    Optional<Long> add(@BindMethods("row") NewRow row, @BindMethods("details") PhotographDetails details, Instant at);

    @SqlBatch("""
        insert into media.rendition (hash, width, format, height, bytes)
        values (:hash, :width, :format, :height, :bytes)
        on conflict (hash, width, format) do nothing
        """)
    void addRenditions(@BindMethods Collection<RenditionRow> renditions);

    @SqlUpdate("""
        update media.photograph
           set caption = :details.caption,
               credit = :details.credit,
               alternative_text = :details.alternativeText,
               creator = :details.creator,
               rights = :details.rights,
               usage = :details.usage,
               place = :details.place,
               taken = :details.taken,
               changed = :at
         where id = :id
        """)
    boolean describe(long id, @BindMethods("details") PhotographDetails details, Instant at);

    @SqlQuery("""
        select id
          from media.photograph
         where sha256 = :sha256
        """)
    Optional<Long> withBytes(String sha256);

    @SqlQuery("""
        select id, hash, width, height, colour, blur,
               caption, credit, alternative_text, creator, rights, usage, place, taken
          from media.photograph
         where id = any (:ids)
        """)
    List<Row> photographs(long[] ids);

    @SqlQuery("""
        select id, hash, width, height, colour, blur,
               caption, credit, alternative_text, creator, rights, usage, place, taken
          from media.photograph
         order by kept desc, id desc
         limit :limit
        """)
    List<Row> latest(int limit);

    @SqlQuery("""
        select hash, width, format, height, bytes
          from media.rendition
         where hash = any (:hashes)
        """)
    List<RenditionRow> renditions(String[] hashes);
}
