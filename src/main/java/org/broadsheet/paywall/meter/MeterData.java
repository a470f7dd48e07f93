package org.broadsheet.paywall.meter;

import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** What the meter keeps about a person: which metered stories they opened, and when. */
@Component
class MeterData implements PersonalData {

    private final MeterSql sql;

    MeterData(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, MeterSql.class);
    }

    @Override
    public String part() {
        return "metered stories";
    }

    @Override
    public Object of(ReaderId reader) {
        return sql.of(reader.value());
    }

    @Override
    public void forget(ReaderId reader) {
        sql.forget(reader.value());
    }
}
