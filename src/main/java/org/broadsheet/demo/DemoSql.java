package org.broadsheet.demo;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DemoSql {

    /** Keys and the numbers given for them. */
    @SqlQuery("select key, number from demo.kept")
    List<Kept> kept();

    record Kept(String key, long number) {}

    /** Fails when it is kept already: two starts at once cannot both go on. */
    @SqlUpdate("insert into demo.kept (key, number) values (:key, :number)")
    void keep(String key, long number);
}
