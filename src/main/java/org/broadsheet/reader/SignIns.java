package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.reader.limit.Limit;
import org.broadsheet.reader.limit.Tries;
import org.broadsheet.reader.link.Links;
import org.broadsheet.reader.link.Purpose;
import org.broadsheet.reader.link.Token;
import org.broadsheet.reader.rows.AccountSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Showing who one is, by password or by a link in a mail. What is shown becomes a session by {@link Sessions#begin}.
 * Whether an address has an account shows neither in an answer nor in the work it takes.
 */
@Component
public class SignIns {
    /** The cookie of a browser that has signed in: guesses made elsewhere do not keep its reader out. */
    public static final String KNOWN = "known";

    /** How long a browser is known. */
    public static final Duration KNOWN_LIFE = Duration.ofDays(400);

    private final AccountSql accounts;
    private final Links links;
    private final Joins.Doorkeeping keeping;
    private final Signer signer;
    private final TransactionTemplate transaction;

    SignIns(Jdbi jdbi, Links links, Joins.Doorkeeping keeping, PlatformTransactionManager transactions) {
        this.accounts = NamedSql.of(jdbi, AccountSql.class);
        this.links = links;
        this.keeping = keeping;
        this.signer = new Signer(keeping.settings(), "known browser");
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Who tries.
     *
     * @param network of the asker's address
     * @param known what its cookie {@link #KNOWN} says; empty where it has none
     * @param loopback whether it is on this machine
     */
    public record From(String network, String known, boolean loopback) {}

    public sealed interface Tried {
        record Proven(ReaderId reader) implements Tried {}

        /** No such account, no such password: never said which. */
        record Wrong() implements Tried {}

        record Wait(Duration time) implements Tried {}
    }

    public Tried byPassword(String written, String password, From from, Instant at) {
        Tries tries = keeping.tries();
        String key = Email.parse(written).map(Email::key).orElse("");
        Optional<AccountSql.Secret> account =
                accounts.secretOf(key).filter(secret -> !secret.onlyNearby() || from.loopback());
        Optional<String> known = account.flatMap(secret -> known(from.known(), secret.id()));
        Limit limit = known.isPresent() ? Limit.DEVICE : Limit.ACCOUNT;
        String whom = known.orElse(key);
        Optional<Duration> wait = known.isPresent()
                ? tries.take(limit, whom, at)
                : tries.take(Limit.NETWORK, from.network(), at).or(() -> tries.take(limit, whom, at));
        if (wait.isPresent()) {
            return new Tried.Wait(wait.get());
        }
        if (!keeping.hashing().matches(account.flatMap(AccountSql.Secret::password), password)) {
            return new Tried.Wrong();
        }
        tries.clear(limit, whom);
        if (known.isEmpty()) {
            tries.giveBack(Limit.NETWORK, from.network(), at);
        }
        account.ifPresent(secret -> rehash(secret, password));
        return new Tried.Proven(new ReaderId(account.orElseThrow().id()));
    }

    private void rehash(AccountSql.Secret secret, String password) {
        secret.password()
                .filter(keeping.hashing()::old)
                .ifPresent(old ->
                        accounts.rehash(secret.id(), old, keeping.hashing().keep(password)));
    }

    /** What a browser is given that this reader has signed in with. */
    public String knownBrowser(ReaderId reader) {
        return signer.sign(reader + "." + Token.made().text());
    }

    private Optional<String> known(String cookie, long reader) {
        return signer.read(cookie).filter(text -> text.startsWith(reader + "."));
    }

    public sealed interface Mailed {
        /** To the mailbox, whatever it is told there. */
        record Sent() implements Mailed {}

        record BadAddress() implements Mailed {}

        record Wait(Duration time) implements Mailed {}
    }

    /** Has a link sent that signs in. */
    public Mailed mailLink(String written, String network, Instant at) {
        return mailLink(written, network, Links.ACCOUNT, at);
    }

    /** @param onward where they were going: a path of the paper */
    public Mailed mailLink(String written, String network, String onward, Instant at) {
        return mail(written, network, (account, to) -> signInLink(account, to, onward, at), at);
    }

    /** Has a link sent that lets choose a new password. */
    public Mailed mailReset(String written, String network, Instant at) {
        return mail(written, network, (account, to) -> resetLink(account, to, at), at);
    }

    private ReaderMail signInLink(long account, Email to, String onward, Instant at) {
        return new ReaderMail.SignInLink(
                to, links.make(account, Purpose.SIGN_IN, onward, at).text());
    }

    private ReaderMail resetLink(long account, Email to, Instant at) {
        return new ReaderMail.ResetLink(
                to, links.make(account, Purpose.RESET, at).text());
    }

    /** Says what is written to the account that an address has. */
    private interface Letter {
        ReaderMail to(long account, Email email);
    }

    private Mailed mail(String written, String network, Letter letter, Instant at) {
        Optional<Email> email = Email.parse(written);
        if (email.isEmpty()) {
            return new Mailed.BadAddress();
        }
        Optional<Duration> wait = keeping.tries().take(Limit.MAIL_FROM, network, at);
        if (wait.isPresent()) {
            return new Mailed.Wait(wait.get());
        }
        if (keeping.tries().take(Limit.MAIL_TO, email.get().key(), at).isEmpty()) {
            transaction.executeWithoutResult(_ -> tell(email.get(), letter, at));
        }
        return new Mailed.Sent();
    }

    private void tell(Email email, Letter letter, Instant at) {
        Optional<AccountSql.Secret> account = accounts.secretOf(email.key());
        if (account.isEmpty()) {
            keeping.send(new ReaderMail.NobodyHere(email), at);
            return;
        }
        Email to = new Email(account.get().email());
        keeping.send(letter.to(account.get().id(), to), at);
    }

    /** Whose link this is, while it is good; changes nothing. */
    public Optional<Email> look(String token, Instant at) {
        return links.look(token, Purpose.SIGN_IN, at)
                .flatMap(accounts::secret)
                .map(secret -> new Email(secret.email()));
    }

    /** Where whoever asked for this link was going. */
    public String onward(String token) {
        return links.onward(token, Purpose.SIGN_IN);
    }

    /** Uses a link up; of two at once one gets in. Whoever uses them is not the one who floods the mailbox. */
    public Optional<ReaderId> byLink(String token, Instant at) {
        Optional<Long> reader = links.take(token, Purpose.SIGN_IN, at);
        reader.flatMap(accounts::secret)
                .ifPresent(secret -> keeping.tries().clear(Limit.MAIL_TO, new Email(secret.email()).key()));
        return reader.map(ReaderId::new);
    }
}
