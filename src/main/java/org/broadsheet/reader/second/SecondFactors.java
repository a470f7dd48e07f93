package org.broadsheet.reader.second;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator apps, recovery codes, and whose role asks for them. */
@Component
@Transactional
public class SecondFactors {
    /** How long proof of who somebody is stays fresh enough for what cannot be undone. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    /** How long after being made a member, or being invited anew, the first second factor may be set up with one alone. */
    public static final Duration ENROLMENT = Duration.ofDays(7);

    /** Carries new recovery codes to the page that shows them, before {@link org.broadsheet.base.http.PaperCookies} had its say. */
    public static final String CODES_COOKIE = "codes";

    /** Wrong codes before a pause: among a million codes, of which three count at a time (RFC 6238, 5.2; RFC 4226, 7.3). */
    static final int TRIES = 5;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final SecondSql sql;
    private final Secrets secrets;
    private final ChangeNotices notices;
    private final Settings settings;
    private final String[] strict;

    SecondFactors(Jdbi jdbi, Secrets secrets, ChangeNotices notices, Settings settings) {
        this.sql = NamedSql.of(jdbi, SecondSql.class);
        this.secrets = secrets;
        this.notices = notices;
        this.settings = settings;
        this.strict = Arrays.stream(Role.values())
                .filter(role -> role.wantsTwoFactors(settings.signIn().secondFactor()))
                .map(Role::word)
                .toArray(String[]::new);
    }

    /** Whether a password or a link is not enough to sign this reader in. */
    @Transactional(readOnly = true)
    public boolean asked(ReaderId reader) {
        return sql.hasApp(reader.value());
    }

    /** Whether the reader's role asks for a second factor. */
    @Transactional(readOnly = true)
    public boolean owes(ReaderId reader) {
        return standing(reader, 0).owed();
    }

    @Transactional(readOnly = true)
    public Standing standing(ReaderId reader, long device) {
        SecondSql.Row row = sql.standing(reader.value(), device).orElseThrow();
        Optional<Role> role = row.role().map(Role::of);
        boolean owed = !row.twoFactors()
                && role.filter(has -> has.wantsTwoFactors(settings.signIn().secondFactor()))
                        .isPresent();
        return new Standing(row.app(), row.codesLeft(), row.passkeys(), row.twoFactors(), role, owed);
    }

    /** A secret for an app, with nothing kept yet. */
    public Setup begin(ReaderId reader, String account, Instant now) {
        return secrets.setup(reader, Totp.fresh(), account, now);
    }

    /** The one that a page carries, if it is this reader's and not too old. */
    public Optional<Setup> again(ReaderId reader, String sealed, String account, Instant now) {
        return secrets.opened(reader, sealed, now).map(totp -> secrets.setup(reader, totp, account, now));
    }

    /**
     * Keeps an app whose first code is right, with new recovery codes, and takes this browser for signed in with two factors.
     *
     * @return the recovery codes, which nobody can be shown again; nothing where the code is wrong or an app is there
     */
    public Optional<List<String>> finish(ReaderId reader, long device, String sealed, String code, Instant now) {
        Optional<Totp> totp = secrets.opened(reader, sealed, now);
        Optional<Long> step = totp.flatMap(each -> each.step(digits(code), now));
        if (step.isEmpty() || !sql.keep(reader.value(), secrets.kept(reader, totp.get()), step.get(), now)) {
            return Optional.empty();
        }
        proveTwo(reader, device, now);
        return Optional.of(renew(reader, now));
    }

    /** Ten new recovery codes; the old ones are void. */
    public List<String> renew(ReaderId reader, Instant now) {
        List<String> codes = RecoveryCodes.fresh();
        sql.removeCodes(reader.value());
        sql.keepCodes(
                reader.value(),
                codes.stream().map(code -> RecoveryCodes.hash(reader, code)).toList(),
                now);
        return codes;
    }

    /** A code of the app or a recovery code. Counted first, compared afterwards. */
    public CodeChecked check(ReaderId reader, String code, Instant now) {
        Optional<SecondSql.Tried> tried = sql.tryOnce(reader.value(), now.minus(WINDOW), now);
        if (tried.isEmpty()) {
            return new CodeChecked.Wrong();
        }
        if (tried.get().tries() > TRIES) {
            return new CodeChecked.TooMany(
                    Duration.between(now, tried.get().triesSince().plus(WINDOW)));
        }
        return RecoveryCodes.is(code) ? recovered(reader, code, now) : checked(reader, tried.get(), code, now);
    }

    private CodeChecked recovered(ReaderId reader, String code, Instant now) {
        if (!sql.useCode(reader.value(), RecoveryCodes.hash(reader, code), now)) {
            return new CodeChecked.Wrong();
        }
        sql.forgive(reader.value());
        return new CodeChecked.Recovered(sql.codesLeft(reader.value()));
    }

    private CodeChecked checked(ReaderId reader, SecondSql.Tried tried, String code, Instant now) {
        Totp totp = secrets.open(reader, tried.secret());
        Optional<Long> step = totp.step(digits(code), now);
        if (step.isEmpty()) {
            return new CodeChecked.Wrong();
        }
        return sql.use(reader.value(), step.get(), secrets.kept(reader, totp))
                ? new CodeChecked.Right()
                : new CodeChecked.UsedBefore();
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    /** False where there was none. The recovery codes go with it. */
    public boolean remove(ReaderId reader) {
        sql.removeCodes(reader.value());
        return sql.removeApp(reader.value());
    }

    /** This browser has shown two factors; what it may do may have grown. */
    public void proveTwo(ReaderId reader, long device, Instant now) {
        sql.proveTwo(reader.value(), device, now);
        notices.announce(new Change("standing", reader.toString()));
    }

    /** This browser's reader has just shown again who they are. */
    public void prove(ReaderId reader, long device, Instant now) {
        sql.prove(reader.value(), device, now);
    }

    /** Whether the reader has shown who they are, in this browser, within {@link #FRESH}, by all that the account has. */
    @Transactional(readOnly = true)
    public boolean fresh(ReaderId reader, long device, Instant now) {
        return sql.provedSince(reader.value(), device, now.minus(FRESH), strict);
    }

    /** Whether the reader may set up a factor in this browser, once they are {@link #fresh}. */
    @Transactional(readOnly = true)
    public boolean enrols(ReaderId reader, long device, Instant now) {
        return sql.enrols(reader.value(), device, now.minus(ENROLMENT), strict);
    }
}
