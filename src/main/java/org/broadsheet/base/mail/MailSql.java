package org.broadsheet.base.mail;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Mail on its way. */
interface MailSql {
    /** A mail that this node may try now. */
    record Due(long id, String recipient, String subject, String words, String html, int attempts, Instant putAt) {
        Mail mail() {
            return new Mail(recipient, subject, words, html);
        }
    }

    @SqlUpdate("""
            insert into base.mail (recipient, subject, words, html, put_at, due_at)
            values (:to, :subject, :text, :html, :at, :at)
            """)
    void put(@BindMethods Mail mail, Instant at);

    /** What is due and nobody else tries, the longest due first; other nodes leave it alone until the given time. */
    @SqlQuery("""
            update base.mail set attempts = attempts + 1, due_at = :until
             where id in (select id from base.mail
                           where sent_at is null and given_up is null and due_at <= :at
                           order by due_at, id
                           limit :most
                             for update skip locked)
            returning id, recipient, subject, words, html, attempts, put_at
            """)
    List<Due> claim(Instant at, Instant until, int most);

    @SqlUpdate("update base.mail set sent_at = :at, answer = '' where id = :id")
    void sent(long id, Instant at);

    @SqlUpdate("update base.mail set due_at = :due, answer = :answer where id = :id")
    void again(long id, Instant due, String answer);

    @SqlUpdate("update base.mail set given_up = :at, words = '', html = '', answer = :answer where id = :id")
    void giveUp(long id, Instant at, String answer);

    @SqlUpdate("update base.mail set words = '', html = '' where sent_at < :before and words <> ''")
    int emptyWords(Instant before);

    @SqlUpdate("delete from base.mail where put_at < :before")
    int forget(Instant before);

    @SqlQuery("""
            select subject, put_at, sent_at from base.mail where lower(recipient) = lower(:recipient::text) order by id
            """)
    List<Outbox.Sent> to(String recipient);

    @SqlUpdate("""
            delete from base.mail
             where lower(recipient) = lower(:recipient::text)
               and (sent_at is not null or given_up is not null or put_at < now() - interval '1 minute')
            """)
    int forgetTo(String recipient);

    @SqlQuery("""
            select id, recipient, subject, words, put_at from base.mail
             where words <> ''
             order by id desc
             limit :most
            """)
    List<Outbox.Kept> latest(int most);
}
