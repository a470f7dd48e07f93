package org.broadsheet.reader.oidc;

import java.util.List;
import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** Whom a person is at other providers. */
@Component
class OpenIdData implements PersonalData {
    private final OpenIdSql sql;

    OpenIdData(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, OpenIdSql.class);
    }

    @Override
    public String part() {
        return "openid";
    }

    @Override
    public Object of(ReaderId reader) {
        List<OpenIdSql.Row> rows = sql.of(reader.value());
        return Map.of("openid", rows);
    }

    @Override
    public void forget(ReaderId reader) {
        sql.forget(reader.value());
    }
}
