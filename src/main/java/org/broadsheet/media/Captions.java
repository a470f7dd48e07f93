package org.broadsheet.media;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** What is said beside photographs wherever they are shown, without the photographs. */
@Component
public class Captions {
    private final PhotographSql sql;

    Captions(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, PhotographSql.class);
    }

    /** Of those of the given that exist. */
    public Map<PhotographId, PhotographDetails> of(Collection<PhotographId> ids) {
        long[] keys = ids.stream().mapToLong(PhotographId::value).distinct().toArray();
        return sql.photographs(keys).stream()
                .collect(Collectors.toMap(row -> new PhotographId(row.id()), Captions::details));
    }

    private static PhotographDetails details(PhotographSql.Row row) {
        return new PhotographDetails(
                row.caption(),
                row.credit(),
                row.alternativeText(),
                row.creator(),
                row.rights(),
                row.usage(),
                row.place(),
                row.taken());
    }
}
