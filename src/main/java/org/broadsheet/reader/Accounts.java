package org.broadsheet.reader;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.reader.rows.AccountSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's accounts: what they say, and those that are made otherwise than by the form for joining. */
@Component
public class Accounts {
    private static final int LONGEST_NAME = 120;

    private final AccountSql sql;
    private final Hashing hashing;
    private final ApplicationEventPublisher news;

    Accounts(Jdbi jdbi, Hashing hashing, ApplicationEventPublisher news) {
        this.sql = NamedSql.of(jdbi, AccountSql.class);
        this.hashing = hashing;
        this.news = news;
    }

    /**
     * An account as its owner sees it.
     *
     * @param wantedEmail a new address that waits for a yes
     */
    public record Details(
            String email, String name, boolean hasPassword, Instant joinedAt, Optional<String> wantedEmail) {}

    public Optional<Details> details(ReaderId reader, Instant at) {
        return sql.details(reader.value(), at);
    }

    /** Not for pages: whether somebody has an account is nobody else's affair. */
    public Optional<ReaderId> find(Email email) {
        return sql.numberOf(email.key()).map(ReaderId::new);
    }

    /** Cut to 120 characters. */
    public void rename(ReaderId reader, String name) {
        sql.rename(reader.value(), line(name));
    }

    /**
     * The account of somebody who has shown that the address is theirs; made where there is none.
     *
     * @param name for a new account; may be empty
     */
    @Transactional
    public ReaderId proven(Email email, String name, Instant at) {
        return made(email, name, at)
                .or(() -> sql.numberOf(email.key()).map(ReaderId::new))
                .orElseThrow();
    }

    /**
     * A new account for somebody who has shown that the address is theirs; nothing where there is one with it, also when it is
     * being made at the same moment.
     *
     * @param name may be empty
     */
    @Transactional
    public Optional<ReaderId> made(Email email, String name, Instant at) {
        Optional<ReaderId> made = sql.make(AccountSql.NewRow.of(email, line(name), Optional.empty(), at))
                .map(ReaderId::new);
        made.ifPresent(reader -> news.publishEvent(new ReaderNews.Joined(reader)));
        return made;
    }

    /**
     * The account of a character of the sample paper, with a password that everybody may know and that is therefore good on
     * loopback only; made where there is none. Asks no rule about the password.
     */
    public ReaderId known(Email email, String name, String password, Instant at) {
        String kept = hashing.keep(password);
        ReaderId reader = proven(email, name, at);
        sql.password(reader.value(), kept);
        sql.onlyNearby(reader.value());
        return reader;
    }

    /** One line of a form, as it is kept. */
    static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
    }
}
