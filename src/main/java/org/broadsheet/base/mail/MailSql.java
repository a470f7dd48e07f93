package org.broadsheet.base.mail;

import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Mail on its way. */
interface MailSql {
    @SqlUpdate("""
            insert into base.mail (recipient, subject, words, html, put_at, due_at)
            values (:to, :subject, :text, :html, :at, :at)
            """)
    void put(@BindMethods Mail mail, Instant at);
}
