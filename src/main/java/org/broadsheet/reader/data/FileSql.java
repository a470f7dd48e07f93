package org.broadsheet.reader.data;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The account itself. */
interface FileSql {
    /** Whoever writes something for this reader at the same time waits, and then finds nobody. */
    @SqlQuery("select email from reader.reader where id = :reader for update")
    Optional<String> lock(long reader);

    @SqlUpdate("delete from reader.reader where id = :reader")
    void forget(long reader);
}
