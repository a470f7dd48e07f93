package org.broadsheet.media.words;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface WordsSql {

    record Row(long photograph, WordField field, int place, String value, WordOrigin origin) {}

    @SqlBatch("""
        insert into media.word (photograph, field, place, value, origin)
        values (:photograph, :field, :place, :value, :origin)
        """)
    void keep(@BindMethods Collection<Row> rows);

    @SqlQuery("""
        select photograph, field, place, value, origin
          from media.word
         where photograph = :photograph
         order by field, place
        """)
    List<Row> of(long photograph);
}
