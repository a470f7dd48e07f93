package org.broadsheet.reader.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.once.Once;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joining by way of the provider: no account before its owner has said yes, and never one that is somebody's already. */
@Component
public class Newcomers {
    /** Who the browser is, before {@link org.broadsheet.base.http.PaperCookies} has had its say. */
    public static final String COOKIE = "newcomer";

    /** How long somebody may think about it. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private final OpenIdSql sql;
    private final Carried<Newcomer> carried;
    private final Once once;
    private final Accounts accounts;
    private final Consents consents;

    Newcomers(Jdbi jdbi, Settings settings, Once once, Accounts accounts, Consents consents) {
        this.sql = NamedSql.of(jdbi, OpenIdSql.class);
        this.carried = new Carried<>(settings, "openid newcomer", Newcomer.class);
        this.once = once;
        this.accounts = accounts;
        this.consents = consents;
    }

    /** What came of a yes. */
    public sealed interface Joined {
        /** A new account, linked to the one at the provider. */
        record Made(ReaderId reader, Email email, String to) implements Joined {}

        /** The account at the provider has been linked meanwhile: by this very person, in another window. */
        record Known(ReaderId reader, String to) implements Joined {}

        /** Somebody has joined here with the address meanwhile. */
        record Taken(String email) implements Joined {}

        /** Too late, used before, or never made. */
        record Gone() implements Joined {}
    }

    /** For the browser to bring back. */
    public String cookie(Newcomer who) {
        return carried.write(who);
    }

    /** Who is to be asked; changes nothing. */
    public Optional<Newcomer> look(String cookie, Instant now) {
        return carried.read(cookie).filter(who -> now.getEpochSecond() < who.until());
    }

    /**
     * Makes the account. However often and on however many nodes the same person says yes at once, there is one.
     *
     * @param name may be empty
     * @param answers to what was asked, the yes to the account among them
     */
    @Transactional
    public Joined join(String cookie, String name, List<Consents.Answer> answers, Instant now) {
        Optional<Newcomer> who = look(cookie, now)
                .filter(each -> once.use("newcomer " + each.id(), Instant.ofEpochSecond(each.until()), now));
        return who.map(each -> join(each, name, answers, now)).orElseGet(Joined.Gone::new);
    }

    private Joined join(Newcomer who, String name, List<Consents.Answer> answers, Instant now) {
        Email email = new Email(who.email());
        return known(who)
                .or(() -> accounts.made(email, name, now).map(reader -> linked(who, reader, answers, now)))
                .or(() -> known(who))
                .orElseGet(() -> new Joined.Taken(who.email()));
    }

    private Joined linked(Newcomer who, ReaderId reader, List<Consents.Answer> answers, Instant now) {
        if (!sql.link(who.issuer(), who.subject(), reader.value(), now)) {
            throw new IllegalStateException("an account of the provider was linked while another was made for it");
        }
        answers.forEach(answer -> consents.record(reader, answer, now));
        return new Joined.Made(reader, new Email(who.email()), who.to());
    }

    private Optional<Joined> known(Newcomer who) {
        return sql.reader(who.issuer(), who.subject()).map(reader -> new Joined.Known(new ReaderId(reader), who.to()));
    }
}
