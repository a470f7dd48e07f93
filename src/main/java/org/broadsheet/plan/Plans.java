package org.broadsheet.plan;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.book.PlanRow;
import org.broadsheet.plan.book.PlanSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the paper sells. */
@Component
@Transactional
public class Plans {
    private final PlanSql sql;

    Plans(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, PlanSql.class);
    }

    /** Adds a plan, or gives it other terms; who has it already keeps the price that was agreed. */
    public void offer(Plan plan) {
        sql.put(PlanRow.of(plan));
    }

    /** In the publisher's order. */
    @Transactional(readOnly = true)
    public List<Plan> onSale() {
        return sql.onSale().stream().map(PlanRow::plan).toList();
    }

    /** Whether it is on sale or not. */
    @Transactional(readOnly = true)
    public Optional<Plan> named(String slug) {
        return Slugs.isSlug(slug) ? sql.named(slug).map(PlanRow::plan) : Optional.empty();
    }
}
