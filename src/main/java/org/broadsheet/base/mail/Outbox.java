package org.broadsheet.base.mail;

import java.time.Instant;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where mail is put to be sent: in the transaction that wants it, so that neither is there without the other. */
@Component
public class Outbox {
    private final MailSql sql;

    Outbox(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, MailSql.class);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail, Instant at) {
        sql.put(mail, at);
    }
}
