package org.broadsheet.plan.book;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Plans. */
public interface PlanSql {
    /** A plan that costs something else is another price at the payment provider, unless one is named. */
    @SqlUpdate("""
            insert into plan.plan as p
              (slug, name, amount, currency, every, trial_days, gifts, seats, on_sale, place, stripe_price)
            values
              (:slug, :name, :amount, :currency, :every, :trialDays, :gifts, :seats, :onSale, :place, :stripePrice::text)
            on conflict (slug) do update
               set name = excluded.name, amount = excluded.amount, currency = excluded.currency,
                   every = excluded.every, trial_days = excluded.trial_days, gifts = excluded.gifts,
                   seats = excluded.seats, on_sale = excluded.on_sale, place = excluded.place,
                   stripe_price = coalesce(excluded.stripe_price,
                     case when (p.amount, p.currency, p.every) = (excluded.amount, excluded.currency, excluded.every)
                          then p.stripe_price end)
            """)
    void put(@BindMethods PlanRow plan);

    @SqlQuery("""
            select slug, name, amount, currency, every, trial_days, gifts, seats, on_sale, place, stripe_price
              from plan.plan
             where on_sale
             order by place, slug
            """)
    List<PlanRow> onSale();

    @SqlQuery("""
            select slug, name, amount, currency, every, trial_days, gifts, seats, on_sale, place, stripe_price
              from plan.plan
             where slug = :slug
            """)
    Optional<PlanRow> named(String slug);
}
