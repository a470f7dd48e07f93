package org.broadsheet.reader;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.link.Token;
import org.broadsheet.reader.rows.ConsentSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers have said yes and no to, and to which words. Nothing is overwritten: the last answer counts. */
@Component
@Transactional
public class Consents {
    /** Mail from the editors. */
    public static final String NEWSLETTER = "newsletter";

    /** An account, and what the paper keeps with it; asked of who joins by way of a provider. */
    public static final String ACCOUNT = "account";

    private final ConsentSql sql;

    Consents(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, ConsentSql.class);
    }

    /**
     * An answer.
     *
     * @param purpose what for, such as {@code newsletter}
     * @param wording what stood beside the box, as the reader saw it
     */
    public record Answer(String purpose, boolean given, String wording) {
        private static final int VERSION_LETTERS = 8;

        /** Names the wording: another one has another version. */
        public String version() {
            return HexFormat.of().formatHex(Token.hash(wording)).substring(0, VERSION_LETTERS);
        }
    }

    /** An answer as it is kept. */
    public record Given(String purpose, boolean given, String wording, String version, Instant at) {}

    /** Kept when it says something new: another answer, or the first. */
    public void record(ReaderId reader, Answer answer, Instant at) {
        if (!sql.last(reader.value(), answer.purpose()).equals(List.of(answer.given()))) {
            sql.write(reader.value(), answer, at);
        }
    }

    /** Nobody has said yes who has not been asked. */
    @Transactional(readOnly = true)
    public boolean given(ReaderId reader, String purpose) {
        return sql.last(reader.value(), purpose).equals(List.of(true));
    }

    /** All of them, the newest first. */
    @Transactional(readOnly = true)
    public List<Given> of(ReaderId reader) {
        return sql.of(reader.value());
    }
}
