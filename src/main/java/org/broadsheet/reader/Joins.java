package org.broadsheet.reader;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.limit.Limit;
import org.broadsheet.reader.limit.Tries;
import org.broadsheet.reader.link.Token;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.reader.password.PasswordRule;
import org.broadsheet.reader.rows.AccountSql;
import org.broadsheet.reader.rows.JoinSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Joining: asked on a page, finished by a link in a mail, and no account before that. Whether the address has an account is
 * told to its mailbox only.
 */
@Component
public class Joins {
    private static final Duration LIFE = Duration.ofDays(3);

    private final JoinSql sql;
    private final AccountSql accounts;
    private final Consents consents;
    private final Doorkeeping keeping;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;

    /** What every way in needs. */
    @Component
    record Doorkeeping(Hashing hashing, Tries tries, Outbox outbox, ReaderMail.Writer writer, Settings settings) {
        void send(ReaderMail mail, Instant at) {
            outbox.send(writer.write(mail), at);
        }

        Optional<Weakness> weakness(String password, String email, String name) {
            return PasswordRule.weakness(
                    password, List.of(email, name, settings.paper().name()));
        }
    }

    Joins(
            Jdbi jdbi,
            Consents consents,
            Doorkeeping keeping,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions) {
        this.sql = NamedSql.of(jdbi, JoinSql.class);
        this.accounts = NamedSql.of(jdbi, AccountSql.class);
        this.consents = consents;
        this.keeping = keeping;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What somebody fills in.
     *
     * @param password empty for those who want to sign in by links
     * @param answers to what was asked beside
     */
    public record Form(String email, String name, Optional<String> password, List<Consents.Answer> answers) {}

    /**
     * Who fills it in.
     *
     * @param network of the asker's address
     * @param browser what its cookie says, of the paper's own making
     * @param to where they were going: a path of the paper
     */
    public record Asker(String network, String browser, String to) {}

    /** What a browser's cookie is to say: what it says already, where that is well-formed, else something new. */
    public static String browser(String cookie) {
        return cookie.matches("[A-Za-z0-9_-]{32}") ? cookie : Token.made().text();
    }

    public sealed interface Asked {
        /** The mailbox will be told how to go on, or that there is an account already. */
        record Mailed() implements Asked {}

        record BadAddress() implements Asked {}

        record Weak(Weakness why) implements Asked {}

        record Wait(Duration time) implements Asked {}
    }

    public Asked ask(Form form, Asker asker, Instant at) {
        Optional<Email> email = Email.parse(form.email());
        if (email.isEmpty()) {
            return new Asked.BadAddress();
        }
        Optional<Weakness> weak =
                form.password().flatMap(password -> keeping.weakness(password, form.email(), form.name()));
        if (weak.isPresent()) {
            return new Asked.Weak(weak.get());
        }
        Optional<Duration> wait = keeping.tries().take(Limit.MAIL_FROM, asker.network(), at);
        if (wait.isPresent()) {
            return new Asked.Wait(wait.get());
        }
        Optional<String> kept = form.password().map(keeping.hashing()::keep);
        if (keeping.tries().take(Limit.MAIL_TO, email.get().key(), at).isEmpty()) {
            JoinSql.Asking asking = new JoinSql.Asking(
                    email.get().address(), Accounts.line(form.name()), kept, Token.hash(asker.browser()), asker.to());
            transaction.executeWithoutResult(_ -> tell(email.get(), asking, form.answers(), at));
        }
        return new Asked.Mailed();
    }

    private void tell(Email email, JoinSql.Asking asking, List<Consents.Answer> answers, Instant at) {
        if (accounts.numberOf(email.key()).isPresent()) {
            keeping.send(new ReaderMail.HereAlready(email), at);
            return;
        }
        Token token = Token.made();
        sql.ask(new JoinSql.NewRow(token.hash(), asking, at, at.plus(LIFE)));
        answers.forEach(answer -> sql.answer(token.hash(), answer));
        keeping.send(new ReaderMail.Confirm(email, token.text()), at);
    }

    /**
     * Somebody whose link is good.
     *
     * @param elsewhere whether this is another browser than the one that asked, which has to say the password again if it is
     *     to be kept: else whoever asks with a stranger's address could choose that stranger's password
     */
    public record Waiting(Email email, boolean elsewhere) {}

    /** Changes nothing: programs that read mail follow links too. */
    public Optional<Waiting> look(String token, String browser, Instant at) {
        return sql.look(Token.hash(token), at)
                .map(asking -> new Waiting(new Email(asking.email()), elsewhere(asking, browser)));
    }

    private static boolean elsewhere(JoinSql.Asking asking, String browser) {
        return asking.password().isPresent() && !MessageDigest.isEqual(asking.browser(), Token.hash(browser));
    }

    /**
     * A press of the button that a link leads to.
     *
     * @param browser what its cookie says
     * @param password as said again in another browser; empty to join without one
     */
    public record Press(String token, String browser, Optional<String> password) {}

    public sealed interface Confirmed {
        /**
         * The account, new or there already: the mailbox is its owner's either way.
         *
         * @param to where they were going when they were asked to join
         */
        record In(ReaderId reader, String to) implements Confirmed {}

        /** Used, run out, or never made. */
        record Gone() implements Confirmed {}

        record WrongPassword() implements Confirmed {}

        record Wait(Duration time) implements Confirmed {}
    }

    public Confirmed confirm(Press press, Instant at) {
        byte[] hash = Token.hash(press.token());
        Optional<JoinSql.Asking> asking = sql.look(hash, at);
        if (asking.isEmpty()) {
            return new Confirmed.Gone();
        }
        Optional<String> password = asking.get().password();
        if (elsewhere(asking.get(), press.browser())) {
            if (press.password().isEmpty()) {
                password = Optional.empty();
            } else {
                Optional<Duration> wait = keeping.tries().take(Limit.LINK, press.token(), at);
                if (wait.isPresent()) {
                    return new Confirmed.Wait(wait.get());
                }
                if (!keeping.hashing().matches(password, press.password().get())) {
                    return new Confirmed.WrongPassword();
                }
            }
        }
        Optional<String> kept = password;
        Optional<ReaderId> reader = transaction.execute(_ -> finish(hash, kept, at));
        return reader == null || reader.isEmpty()
                ? new Confirmed.Gone()
                : new Confirmed.In(reader.get(), asking.get().onward());
    }

    private Optional<ReaderId> finish(byte[] hash, Optional<String> password, Instant at) {
        Optional<JoinSql.Asking> taken = sql.take(hash, at);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Email email = new Email(taken.get().email());
        Optional<ReaderId> made = accounts.make(
                        AccountSql.NewRow.of(email, taken.get().name(), password, at))
                .map(ReaderId::new);
        made.ifPresent(reader -> {
            sql.answers(hash).forEach(answer -> consents.record(reader, answer, at));
            news.publishEvent(new ReaderNews.Joined(reader));
        });
        return made.or(() -> accounts.numberOf(email.key()).map(ReaderId::new));
    }
}
