package org.broadsheet.reader.second;

import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** That a person has an authenticator app and recovery codes, and since when; the secrets themselves open the account. */
@Component
class SecondData implements PersonalData {
    private final SecondSql sql;

    SecondData(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, SecondSql.class);
    }

    @Override
    public String part() {
        return "second-factor";
    }

    @Override
    public Object of(ReaderId reader) {
        return Map.of("authenticator", sql.apps(reader.value()), "recovery_code", sql.codes(reader.value()));
    }

    @Override
    public void forget(ReaderId reader) {
        sql.removeCodes(reader.value());
        sql.removeApp(reader.value());
    }
}
