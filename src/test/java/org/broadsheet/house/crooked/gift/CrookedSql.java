package org.broadsheet.house.crooked.gift;

import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Wrong on purpose: a table that does not exist, and one that belongs to another room. */
public interface CrookedSql {

    @SqlQuery("select headline from gift.no_such_table where id = :id")
    String nowhere(long id);

    @SqlQuery("select 'media.file' from story.version where id = :id -- and search.entry")
    String elsewhere(long id);
}
