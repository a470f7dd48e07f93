package org.broadsheet.reader;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, with which browser. */
@Component
@Transactional
public class Sessions {
    private final SessionSql sql;
    private final String[] strict;

    Sessions(Jdbi jdbi, Settings settings) {
        this.sql = NamedSql.of(jdbi, SessionSql.class);
        this.strict = Arrays.stream(Role.values())
                .filter(role -> role.wantsTwoFactors(settings.signIn().secondFactor()))
                .map(Role::word)
                .toArray(String[]::new);
    }

    /**
     * Signs a reader in whose right to it has been proven.
     *
     * @param browser its name for the list of devices, cut to 120 characters
     */
    public Session begin(ReaderId reader, String browser, Instant at) {
        int epoch = sql.epoch(reader.value()).orElseThrow();
        String name = browser.substring(0, Math.min(browser.length(), 120));
        return new Session(reader, sql.begin(reader.value(), name, at), epoch, at);
    }

    /** Who this is, if the session holds: the account is there, the epoch its own, the device not signed out. */
    @Transactional(readOnly = true)
    public Optional<Known> known(Session session) {
        return sql.known(session.reader().value(), session.device(), session.epoch(), strict);
    }
}
