package org.broadsheet.base.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where mail is put to be sent: in the transaction that wants it, so that neither is there without the other. */
@Component
public class Outbox {
    private final MailSql sql;
    private final ApplicationEventPublisher news;

    Outbox(Jdbi jdbi, ApplicationEventPublisher news) {
        this.sql = NamedSql.of(jdbi, MailSql.class);
        this.news = news;
    }

    /** Mail as it lies here. */
    public record Kept(long id, String recipient, String subject, String words, Instant putAt) {
        /** As {@link Mail}: nobody's log. */
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /** Something was put in, and can be fetched when the transaction has ended. */
    record Put() {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail, Instant at) {
        sql.put(mail, at);
        news.publishEvent(new Put());
    }

    /** A mail to somebody, without its words. */
    public record Sent(String subject, Instant putAt, Optional<Instant> sentAt) {}

    /** What has been written to an address lately, however its letters are written. */
    public List<Sent> to(String recipient) {
        return sql.to(recipient);
    }

    /** Forgets what was written to an address; only what was put in just now still goes out. */
    public void forget(String recipient) {
        sql.forgetTo(recipient);
    }

    /** Mail whose words are still here, the newest first: for a paper that has no mail server and is being tried out. */
    public List<Kept> latest(int most) {
        return sql.latest(most);
    }
}
