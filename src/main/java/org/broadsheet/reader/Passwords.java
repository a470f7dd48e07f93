package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.limit.Limit;
import org.broadsheet.reader.link.Links;
import org.broadsheet.reader.link.Purpose;
import org.broadsheet.reader.rows.AccountSql;
import org.broadsheet.reader.rows.WaysSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Choosing another password, by the one before or by a link. Either way other browsers are signed out, links in older mail are
 * void, a move to another address is off, and the mailbox is told.
 */
@Component
public class Passwords {
    private final AccountSql accounts;
    private final WaysSql ways;
    private final Links links;
    private final Sessions sessions;
    private final Joins.Doorkeeping keeping;
    private final TransactionTemplate transaction;

    Passwords(
            Jdbi jdbi,
            Links links,
            Sessions sessions,
            Joins.Doorkeeping keeping,
            PlatformTransactionManager transactions) {
        this.accounts = NamedSql.of(jdbi, AccountSql.class);
        this.ways = NamedSql.of(jdbi, WaysSql.class);
        this.links = links;
        this.sessions = sessions;
        this.keeping = keeping;
        this.transaction = new TransactionTemplate(transactions);
    }

    public sealed interface Checked {
        record Right() implements Checked {}

        /** Also where the account has none. */
        record Wrong() implements Checked {}

        record Wait(Duration time) implements Checked {}
    }

    /** For somebody who is signed in and does what a stolen browser must not do. */
    public Checked check(ReaderId reader, String password, Instant at) {
        String whom = "signed in " + reader;
        Optional<Duration> wait = keeping.tries().take(Limit.ACCOUNT, whom, at);
        if (wait.isPresent()) {
            return new Checked.Wait(wait.get());
        }
        Optional<String> kept = accounts.secret(reader.value()).flatMap(AccountSql.Secret::password);
        if (!keeping.hashing().matches(kept, password)) {
            return new Checked.Wrong();
        }
        keeping.tries().clear(Limit.ACCOUNT, whom);
        return new Checked.Right();
    }

    public sealed interface Changed {
        /** This browser goes on with this session. */
        record Done(Session session) implements Changed {}

        record Weak(Weakness why) implements Changed {}

        record Wrong() implements Changed {}

        record Wait(Duration time) implements Changed {}
    }

    /** A reader without a password gets the first one by a link, see {@link SignIns#mailReset}. */
    public Changed change(Known reader, String current, String next, Instant at) {
        Optional<Weakness> weak = keeping.weakness(next, reader.email(), reader.name());
        if (weak.isPresent()) {
            return new Changed.Weak(weak.get());
        }
        return switch (check(reader.id(), current, at)) {
            case Checked.Wait(Duration time) -> new Changed.Wait(time);
            case Checked.Wrong() -> new Changed.Wrong();
            case Checked.Right() -> {
                String kept = keeping.hashing().keep(next);
                yield new Changed.Done(transaction.execute(_ -> {
                    put(reader.id(), kept, at);
                    return sessions.endOthers(reader.id(), reader.device(), at);
                }));
            }
        };
    }

    public sealed interface Reset {
        /** Signed out everywhere; the link has shown whose account it is. */
        record Done(ReaderId reader) implements Reset {}

        record Weak(Weakness why) implements Reset {}

        /** Used, run out, or never made. */
        record Gone() implements Reset {}
    }

    /** Whose link this is, while it is good; changes nothing. */
    public Optional<Email> look(String token, Instant at) {
        return links.look(token, Purpose.RESET, at).flatMap(accounts::secret).map(secret -> new Email(secret.email()));
    }

    /** What is to become of the other ways into an account whose password was forgotten, or guessed. */
    public enum OtherWays {
        STAY,
        /**
         * Links to providers go, and passkeys, but no second factor: a mailbox is one factor, and must not be enough to do away
         * with the other. So passkeys stay with members of staff and with whoever has an app.
         */
        GO
    }

    /** Whether there are other ways in that may go. */
    public boolean hasOtherWays(String token, Instant at) {
        return links.look(token, Purpose.RESET, at).filter(ways::any).isPresent();
    }

    public Reset reset(String token, String next, OtherWays others, Instant at) {
        Optional<AccountSql.Secret> account =
                links.look(token, Purpose.RESET, at).flatMap(accounts::secret);
        if (account.isEmpty()) {
            return new Reset.Gone();
        }
        Optional<Weakness> weak =
                keeping.weakness(next, account.get().email(), account.get().name());
        if (weak.isPresent()) {
            return new Reset.Weak(weak.get());
        }
        String kept = keeping.hashing().keep(next);
        Optional<ReaderId> reader = transaction.execute(_ -> links.take(token, Purpose.RESET, at)
                .map(ReaderId::new)
                .map(owner -> {
                    put(owner, kept, at);
                    if (others == OtherWays.GO) {
                        ways.forgetProviders(owner.value());
                        ways.forgetPasskeys(owner.value());
                    }
                    sessions.endEverywhere(owner, at);
                    return owner;
                }));
        return reader == null || reader.isEmpty() ? new Reset.Gone() : new Reset.Done(reader.get());
    }

    /** Links in older mail would be a second key, and a move that somebody else has begun would end with the account theirs. */
    private void put(ReaderId reader, String kept, Instant at) {
        accounts.password(reader.value(), kept);
        for (Purpose purpose : Purpose.values()) {
            links.drop(reader.value(), purpose);
        }
        ways.forgetMove(reader.value());
        accounts.secret(reader.value())
                .ifPresent(secret -> keeping.send(new ReaderMail.PasswordChanged(new Email(secret.email())), at));
    }
}
