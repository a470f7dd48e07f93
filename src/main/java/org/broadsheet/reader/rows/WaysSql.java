package org.broadsheet.reader.rows;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Ways into an account beside its password, as far as who has its mailbox may do away with them. */
public interface WaysSql {
    /** Passkeys that are no second factor: of somebody who is not staff and has no app. */
    String PASSKEYS = """
            reader.passkey p
             where p.reader = :reader
               and not exists (select from reader.staff s where s.reader = p.reader)
               and not exists (select from reader.authenticator a where a.reader = p.reader)
            """;

    @SqlQuery("select exists (select from reader.openid o where o.reader = :reader) or exists (select from " + PASSKEYS
            + ")")
    boolean any(long reader);

    @SqlUpdate("delete from reader.openid where reader = :reader")
    int forgetProviders(long reader);

    @SqlUpdate("delete from " + PASSKEYS)
    int forgetPasskeys(long reader);

    @SqlUpdate("delete from reader.address_change where reader = :reader")
    void forgetMove(long reader);
}
