package org.broadsheet.gift;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What gifts bring, for the publisher: numbers, never who. */
@Component
public class GiftFigures {
    private final GiftSql sql;

    GiftFigures(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
    }

    /**
     * The gifts of one month of the paper, and what has come of them until now.
     *
     * @param month its first day
     * @param given stories; one whose link was taken back and given anew is one
     * @param opened devices on which they were seen
     * @param joined friends who made an account afterwards
     * @param subscribed those of them who have since had a subscription
     */
    public record Month(LocalDate month, int given, int opened, int joined, int subscribed) {}

    /** The newest first; months without gifts are left out. */
    @Transactional(readOnly = true)
    public List<Month> newest(int most) {
        return sql.months(most);
    }
}
