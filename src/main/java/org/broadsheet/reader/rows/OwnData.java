package org.broadsheet.reader.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The account itself, and what hangs on it in this room. Forgotten last: other rooms' rows point to it. */
@Component
@Order(Integer.MAX_VALUE)
class OwnData implements PersonalData {
    private final OwnSql sql;
    private final Consents consents;

    OwnData(Jdbi jdbi, Consents consents) {
        this.sql = NamedSql.of(jdbi, OwnSql.class);
        this.consents = consents;
    }

    @Override
    public String part() {
        return "account";
    }

    @Override
    public Object of(ReaderId reader) {
        Map<String, Object> own = new LinkedHashMap<>();
        sql.account(reader.value()).ifPresent(account -> own.put("account", account));
        own.put("browsers", sql.browsers(reader.value()));
        own.put("consents", consents.of(reader));
        return own;
    }

    @Override
    public void forget(ReaderId reader) {
        sql.key(reader.value()).ifPresent(sql::forgetJoining);
        sql.forget(reader.value());
    }
}
