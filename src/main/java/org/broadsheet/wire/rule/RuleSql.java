package org.broadsheet.wire.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface RuleSql {

    record RuleRow(
            long id,
            Optional<String> source,
            Optional<String> subject,
            Optional<String> keyword,
            Optional<Integer> urgency,
            String action,
            String section,
            List<String> topics,
            String reach,
            boolean isOn) {}

    record NewRule(
            Optional<String> source,
            Optional<String> subject,
            Optional<String> keyword,
            Optional<Integer> urgency,
            String action,
            String section,
            List<String> topics,
            String reach,
            Instant at) {}

    /** After all that are there. Two at once meet at the place, and one of them asks again. */
    @SqlQuery("""
        insert into wire.rule (source, subject, keyword, urgency, action, section, topics, reach, place, made)
        select :source, :subject, :keyword, :urgency, :action, :section, :topics::text[], :reach,
               coalesce(max(place), 0) + 1, :at
          from wire.rule
        returning id
        """)
    long add(@BindMethods NewRule rule);

    @SqlQuery("""
        select id, source, subject, keyword, urgency, action, section, topics, reach, is_on from wire.rule order by place
        """)
    List<RuleRow> all();

    @SqlQuery("""
        select id, source, subject, keyword, urgency, action, section, topics, reach, is_on
          from wire.rule
         where is_on
         order by place
        """)
    List<RuleRow> on();

    @SqlUpdate("update wire.rule set is_on = :on where id = :id")
    boolean turn(long id, boolean on);

    @SqlUpdate("delete from wire.rule where id = :id")
    boolean remove(long id);
}
