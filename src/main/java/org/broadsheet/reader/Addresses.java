package org.broadsheet.reader;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.limit.Limit;
import org.broadsheet.reader.link.Links;
import org.broadsheet.reader.link.Purpose;
import org.broadsheet.reader.rows.AccountSql;
import org.broadsheet.reader.rows.AddressSql;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moving an account to another address: asked on the account's page, and done when both mailboxes have said yes. */
@Component
@Transactional
public class Addresses {
    /** {@code unique_violation}. */
    private static final String TAKEN = "23505";

    private final AddressSql sql;
    private final AccountSql accounts;
    private final Links links;
    private final Sessions sessions;
    private final Joins.Doorkeeping keeping;
    private final TransactionTemplate within;

    Addresses(
            Jdbi jdbi,
            Links links,
            Sessions sessions,
            Joins.Doorkeeping keeping,
            PlatformTransactionManager transactions) {
        this.sql = NamedSql.of(jdbi, AddressSql.class);
        this.accounts = NamedSql.of(jdbi, AccountSql.class);
        this.links = links;
        this.sessions = sessions;
        this.keeping = keeping;
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Which mailbox a link lies in. */
    public enum Side {
        OLD,
        NEW;

        private Purpose purpose() {
            return this == OLD ? Purpose.OLD_ADDRESS : Purpose.NEW_ADDRESS;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of the wish to move. */
    public enum Asked {
        /** Both mailboxes are told; that the new one has an account of its own, only itself. */
        MAILED,
        BAD_ADDRESS,
        /** It is the account's own. */
        SAME,
        TOO_OFTEN
    }

    /** A later wish takes the place of an earlier one. The password, where there is one, has been checked. */
    public Asked ask(Known reader, String written, Instant at) {
        Optional<Email> next = Email.parse(written);
        Email now = new Email(reader.email());
        if (next.isEmpty()) {
            return Asked.BAD_ADDRESS;
        }
        if (next.get().equals(now)) {
            return Asked.SAME;
        }
        boolean often = keeping.tries().take(Limit.MAIL_TO, now.key(), at).isPresent()
                || keeping.tries().take(Limit.MAIL_TO, next.get().key(), at).isPresent();
        if (often) {
            return Asked.TOO_OFTEN;
        }
        long id = reader.id().value();
        links.drop(id, Purpose.OLD_ADDRESS);
        links.drop(id, Purpose.NEW_ADDRESS);
        sql.ask(id, next.get().address(), at, at.plus(Purpose.NEW_ADDRESS.life()));
        String old = links.make(id, Purpose.OLD_ADDRESS, at).text();
        keeping.send(new ReaderMail.OldAddress(now, old, next.get()), at);
        boolean somebodys =
                accounts.numberOf(next.get().key()).filter(owner -> owner != id).isPresent();
        keeping.send(
                somebodys
                        ? new ReaderMail.HereAlready(next.get())
                        : new ReaderMail.NewAddress(
                                next.get(),
                                links.make(id, Purpose.NEW_ADDRESS, at).text()),
                at);
        return Asked.MAILED;
    }

    /** The new address, while the link is good; changes nothing. */
    @Transactional(readOnly = true)
    public Optional<Email> look(String token, Side side, Instant at) {
        return links.look(token, side.purpose(), at)
                .flatMap(reader -> sql.of(reader, at))
                .map(change -> new Email(change.email()));
    }

    public sealed interface Said {
        /** The other mailbox has to say yes, too. */
        record Half() implements Said {}

        /**
         * The account has moved, and every browser is signed out.
         *
         * @param session what the asker's browser goes on with, where it was signed in to this account
         */
        record Moved(ReaderId reader, Optional<Session> session) implements Said {}

        /** Used, run out, or never made; or somebody has joined with the new address meanwhile. */
        record Gone() implements Said {}
    }

    /** @param asker who is signed in in the browser that says yes */
    public Said yes(String token, Side side, Optional<Known> asker, Instant at) {
        Optional<ReaderId> owner = links.take(token, side.purpose(), at).map(ReaderId::new);
        Optional<AddressSql.Change> change = owner.flatMap(reader -> sql.yes(reader.value(), side.word(), at));
        if (change.isEmpty()) {
            return new Said.Gone();
        }
        if (!change.get().oldSaid() || !change.get().newSaid()) {
            return new Said.Half();
        }
        ReaderId reader = owner.orElseThrow();
        Email next = new Email(change.get().email());
        Email before = new Email(accounts.secret(reader.value()).orElseThrow().email());
        if (!moved(reader, next)) {
            sql.drop(reader.value());
            return new Said.Gone();
        }
        keeping.send(new ReaderMail.AddressChanged(before, next), at);
        Optional<Known> here = asker.filter(known -> known.id().equals(reader));
        if (here.isPresent()) {
            return new Said.Moved(
                    reader, Optional.of(sessions.endOthers(reader, here.get().device(), at)));
        }
        sessions.endEverywhere(reader, at);
        return new Said.Moved(reader, Optional.empty());
    }

    /**
     * False where somebody has joined with the address, if only a moment ago: the database alone knows. Links that lie in the old
     * mailbox open nothing any more.
     */
    private boolean moved(ReaderId reader, Email next) {
        try {
            within.executeWithoutResult(_ -> accounts.move(reader.value(), next.address(), next.key()));
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException cause && TAKEN.equals(cause.getSQLState())) {
                return false;
            }
            throw refused;
        }
        sql.drop(reader.value());
        for (Purpose purpose : Purpose.values()) {
            links.drop(reader.value(), purpose);
        }
        return true;
    }
}
