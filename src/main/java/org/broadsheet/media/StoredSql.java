package org.broadsheet.media;

import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface StoredSql {

    /** @param content a stream, read while it is sent: a large original is never in memory as a whole */
    @SqlUpdate("""
        insert into media.stored (name, content)
        values (:name, :content)
        on conflict (name) do nothing
        """)
    void keep(String name, Argument content);

    @SqlQuery("""
        select content
          from media.stored
         where name = :name
        """)
    Optional<byte[]> read(String name);
}
