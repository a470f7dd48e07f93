package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import org.broadsheet.reader.Consents;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What readers have said yes and no to. */
public interface ConsentSql {
    @SqlUpdate("""
            insert into reader.consent (reader, purpose, given, wording, version, at)
            values (:reader, :purpose, :given, :wording, :version, :at)
            """)
    void write(long reader, @BindMethods Consents.Answer answer, Instant at);

    @SqlQuery("""
            select purpose, given, wording, version, at from reader.consent where reader = :reader order by id desc
            """)
    List<Consents.Given> of(long reader);

    @SqlQuery("""
            select given from (
                select given from reader.consent where reader = :reader and purpose = :purpose order by id desc limit 1
            ) as last
            """)
    List<Boolean> last(long reader, String purpose);
}
