package org.broadsheet.reader.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.mail.Outbox;
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
    private final Outbox outbox;

    OwnData(Jdbi jdbi, Consents consents, Outbox outbox) {
        this.sql = NamedSql.of(jdbi, OwnSql.class);
        this.consents = consents;
        this.outbox = outbox;
    }

    @Override
    public String part() {
        return "account";
    }

    @Override
    public Object of(ReaderId reader) {
        Map<String, Object> own = new LinkedHashMap<>();
        sql.account(reader.value()).ifPresent(account -> {
            own.put("account", account);
            own.put("mail", outbox.to(account.email()));
        });
        own.put("browsers", sql.browsers(reader.value()));
        own.put("consents", consents.of(reader));
        return own;
    }

    @Override
    public void forget(ReaderId reader) {
        sql.key(reader.value()).ifPresent(key -> {
            sql.forgetJoining(key);
            outbox.forget(key);
        });
        sql.forget(reader.value());
    }
}
