package org.broadsheet.base.mail;

import java.util.List;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** What the paper has said by mail, without to whom: for whoever has to see that it never says what it should not. */
@Component
public class KeptMail {
    private final KeptMailSql sql;

    KeptMail(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, KeptMailSql.class);
    }

    /** One message; never printed. */
    public record Message(long id, String subject, String words, String html) {
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** The newest first, those before this number: at first {@link Long#MAX_VALUE}. */
    public List<Message> before(long id, int most) {
        return sql.before(id, most);
    }
}
