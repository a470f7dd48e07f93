package org.broadsheet.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Opinions as they are kept. */
interface OpinionSql {
    /** One sender's letters are taken one after the other, so that the limit holds however many come at once. */
    @SqlQuery("select cast(pg_advisory_xact_lock(hashtextextended(encode(:sender, 'hex'), 0)) as text)")
    String oneAtATime(byte[] sender);

    @SqlQuery("select count(*) from feedback.opinion where sender = :sender and sent_at > :since")
    int sentSince(byte[] sender, Instant since);

    @SqlQuery("select exists (select 1 from feedback.opinion where digest = :digest)")
    boolean has(byte[] digest);

    /** An opinion on its way in. */
    record NewRow(
            Optional<Long> story,
            Instant sentAt,
            String words,
            String name,
            String email,
            byte[] sender,
            byte[] digest) {}

    @SqlUpdate("""
            insert into feedback.opinion (story, sent_at, words, name, email, sender, digest)
            values (:story, :sentAt, :words, :name, :email, :sender, :digest)
            on conflict (digest) where digest is not null do nothing
            """)
    void keep(@BindMethods NewRow row);

    @SqlUpdate(
            "update feedback.opinion set sender = null, digest = null where sender is not null and sent_at < :before")
    int forgetSenders(Instant before);

    @SqlQuery("""
            select id, story, sent_at, words, name, email
              from feedback.opinion
             order by sent_at desc, id desc
             limit :most offset :after
            """)
    List<Opinion> newest(int most, int after);
}
