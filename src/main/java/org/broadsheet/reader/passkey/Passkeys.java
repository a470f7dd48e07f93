package org.broadsheet.reader.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.passkey.Challenges.Use;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Readers' passkeys: made by somebody signed in, and then enough to sign in with, without a name or a password. */
@Component
@Transactional
public class Passkeys {
    /** Of one account. */
    public static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasskeySql sql;
    private final Challenges challenges;
    private final Ceremonies ceremonies;
    private final Offers offers;

    Passkeys(Jdbi jdbi, Challenges challenges, Ceremonies ceremonies, Offers offers) {
        this.sql = NamedSql.of(jdbi, PasskeySql.class);
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.offers = offers;
    }

    /**
     * What the browser of somebody signed in is asked to make.
     *
     * @param account what the reader's devices call the account: its address
     */
    public Offer toMake(ReaderId reader, String account, Instant now) {
        byte[] handle = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(handle);
        sql.hold(reader.value(), handle);
        return offers.toMake(
                challenges.give(Use.MAKE, reader.value(), now),
                account,
                sql.handle(reader.value()).orElseThrow(),
                sql.held(reader.value()));
    }

    /** @param name as the reader calls it, 1 to {@value Passkey#LONGEST_NAME} characters */
    public Made make(ReaderId reader, String ticket, String answer, String name, Instant now) {
        Optional<byte[]> challenge = challenges.takeBack(ticket, Use.MAKE, reader.value(), now);
        if (challenge.isEmpty() || sql.lockedHandle(reader.value()).isEmpty()) {
            return new Made.TooLate();
        }
        if (sql.count(reader.value()) >= MOST) {
            return new Made.TooMany(MOST);
        }
        return ceremonies
                .made(answer, challenge.get())
                .flatMap(made -> sql.keep(reader.value(), made, name, now))
                .<Made>map(Made.Kept::new)
                .orElseGet(Made.Refused::new);
    }

    /** What the browser of somebody who wants to sign in is asked; nothing is written. */
    public Offer toKnow(Instant now) {
        return offers.toKnow(challenges.give(Use.KNOW, 0, now));
    }

    public Recognised recognise(String ticket, String answer, Instant now) {
        Optional<byte[]> challenge = challenges.takeBack(ticket, Use.KNOW, 0, now);
        if (challenge.isEmpty()) {
            return new Recognised.TooLate();
        }
        Optional<AuthenticationData> read = ceremonies.read(answer).filter(said -> said.getCredentialId() != null);
        if (read.isEmpty()) {
            return new Recognised.Refused();
        }
        return sql.named(read.get().getCredentialId())
                .map(row -> recognised(row, read.get(), challenge.get(), now))
                .orElseGet(Recognised.Unknown::new);
    }

    private Recognised recognised(PasskeySql.Row passkey, AuthenticationData answer, byte[] challenge, Instant now) {
        byte[] handle = answer.getUserHandle();
        // WebAuthn 7.2, step 6: a passkey that was found by itself says whose it is.
        if (handle == null || !MessageDigest.isEqual(handle, passkey.handle())) {
            return new Recognised.Refused();
        }
        return switch (ceremonies.check(answer, passkey, challenge)) {
            case Ceremonies.Checked.Right right
            when sql.used(passkey.id(), right.counter(), right.backedUp(), now) ->
                new Recognised.Known(new ReaderId(passkey.reader()), right.verified());
            case Ceremonies.Checked.Right twice -> doubted(passkey, now);
            case Ceremonies.Checked.CountedBackwards backwards -> doubted(passkey, now);
            case Ceremonies.Checked.Wrong wrong -> new Recognised.Refused();
        };
    }

    private Recognised doubted(PasskeySql.Row passkey, Instant now) {
        LOG.warn("passkey {} of reader {} counted backwards; it may have been copied", passkey.id(), passkey.reader());
        sql.doubt(passkey.id(), now);
        return new Recognised.Refused();
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(ReaderId reader) {
        return sql.of(reader.value());
    }

    /** False where the reader has no such passkey. */
    public boolean rename(ReaderId reader, long passkey, String name) {
        return sql.rename(reader.value(), passkey, name);
    }

    /** False where the reader has no such passkey. */
    public boolean remove(ReaderId reader, long passkey) {
        return sql.remove(reader.value(), passkey);
    }
}
