package org.broadsheet.reader.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes links and takes them back, once each. Readers are told by their number. */
@Component
@Transactional
public class Links {
    private final LinkSql sql;

    Links(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, LinkSql.class);
    }

    /** Where a link leads that nobody said more of. */
    public static final String ACCOUNT = "/account";

    public Token make(long reader, Purpose purpose, Instant at) {
        return make(reader, purpose, at, purpose.life());
    }

    public Token make(long reader, Purpose purpose, Instant at, Duration life) {
        return make(reader, purpose, ACCOUNT, at, at.plus(life));
    }

    /** @param onward where they were going: a path of the paper */
    public Token make(long reader, Purpose purpose, String onward, Instant at) {
        return make(reader, purpose, onward, at, at.plus(purpose.life()));
    }

    private Token make(long reader, Purpose purpose, String onward, Instant at, Instant until) {
        Token token = Token.made();
        sql.make(new LinkSql.NewRow(token.hash(), reader, purpose.word(), onward, at, until));
        return token;
    }

    /** Where it leads once it has been used. */
    @Transactional(readOnly = true)
    public String onward(String token, Purpose purpose) {
        return sql.onward(Token.hash(token), purpose.word()).orElse(ACCOUNT);
    }

    /** Whose it is, while it can still be used. Changes nothing: programs that read mail follow links too. */
    @Transactional(readOnly = true)
    public Optional<Long> look(String token, Purpose purpose, Instant at) {
        return sql.look(Token.hash(token), purpose.word(), at);
    }

    /** Uses it up. */
    public Optional<Long> take(String token, Purpose purpose, Instant at) {
        return sql.take(Token.hash(token), purpose.word(), at);
    }

    /** Links of this purpose that lie in old mail open nothing any more. */
    public void drop(long reader, Purpose purpose) {
        sql.drop(reader, purpose.word());
    }

    public void forget(Instant at) {
        sql.forget(at);
    }
}
