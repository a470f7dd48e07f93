package org.broadsheet.ops;

import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AuditSql {

    @SqlUpdate("""
            insert into ops.audit (at, actor, action, subject, note)
            values (:at, :actor, :action, :subject, :note)
            """)
    void write(Instant at, Actor actor, String action, String subject, String note);

    @SqlQuery("select at, actor, action, subject, note from ops.audit order by id desc limit :count")
    List<AuditLog.Entry> latest(int count);

    @SqlQuery("""
            select at, actor, action, subject, note
              from ops.audit
             where subject = :subject
             order by id desc
             limit :most
            """)
    List<AuditLog.Entry> about(String subject, int most);
}
