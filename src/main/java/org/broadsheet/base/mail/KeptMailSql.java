package org.broadsheet.base.mail;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Mail that was put into the outbox, sent or not. */
interface KeptMailSql {
    @SqlQuery("""
            select id, subject, words, html from base.mail where id < :id order by id desc limit :most
            """)
    List<KeptMail.Message> before(long id, int most);
}
