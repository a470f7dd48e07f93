package org.broadsheet.reader.passkey;

import java.util.List;
import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** A person's passkeys: what the list shows. The public key and the handle are random numbers to everybody else. */
@Component
class PasskeyData implements PersonalData {
    private final PasskeySql sql;

    PasskeyData(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, PasskeySql.class);
    }

    @Override
    public String part() {
        return "passkeys";
    }

    @Override
    public Object of(ReaderId reader) {
        List<Passkey> passkeys = sql.of(reader.value());
        return Map.of("passkeys", passkeys);
    }

    @Override
    public void forget(ReaderId reader) {
        sql.forget(reader.value());
        sql.forgetHolder(reader.value());
    }
}
