package org.broadsheet.demo;

import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DemoSql {

    /** Keys and the numbers given for them. */
    @SqlQuery("select key, number from demo.kept")
    @KeyColumn("key")
    @ValueColumn("number")
    Map<String, Long> kept();

    /** Fails when it is kept already: two starts at once cannot both go on. */
    @SqlUpdate("insert into demo.kept (key, number) values (:key, :number)")
    void keep(String key, long number);
}
