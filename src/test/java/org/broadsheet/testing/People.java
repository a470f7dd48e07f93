package org.broadsheet.testing;

import java.util.Locale;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;

/** People for tests that are about something else: put straight into the database, address confirmed, without a password. */
public final class People {
    private People() {}

    public static ReaderId join(Jdbi jdbi, String email) {
        return new ReaderId(jdbi.withHandle(handle -> handle.createQuery("""
                        insert into reader.reader (email, email_key, confirmed_at, joined_at)
                        values (:email, :key, now(), now()) returning id
                        """)
                .bind("email", email)
                .bind("key", email.toLowerCase(Locale.ROOT))
                .mapTo(Long.class)
                .one()));
    }
}
