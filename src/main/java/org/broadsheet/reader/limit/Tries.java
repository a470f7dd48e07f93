package org.broadsheet.reader.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.sign.Signer;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries before they are made, so that a hundred at once count as a hundred. Whom they concern is kept as a hash under
 * the paper's secret: the table says nothing of who was tried.
 */
@Component
public class Tries {
    private static final Duration KEPT = Duration.ofDays(4);

    private final TriesSql sql;
    private final Signer signer;

    Tries(Jdbi jdbi, Settings settings) {
        this.sql = NamedSql.of(jdbi, TriesSql.class);
        this.signer = new Signer(settings, "tries");
    }

    /** Counts one, in a transaction of its own; where it is not free, nothing is counted and the answer is how long to wait. */
    @Transactional
    public Optional<Duration> take(Limit limit, String whom, Instant at) {
        byte[] key = key(limit, whom);
        TriesSql.Try one = new TriesSql.Try(
                key,
                limit.free(),
                limit.first().toSeconds(),
                limit.longest().toSeconds(),
                limit.each().toSeconds(),
                at);
        if (sql.take(one).isPresent()) {
            return Optional.empty();
        }
        Duration wait = sql.openAt(key).map(open -> Duration.between(at, open)).orElse(Duration.ZERO);
        return Optional.of(wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
    }

    /** Forgets all, since the right person has come. */
    public void clear(Limit limit, String whom) {
        sql.clear(key(limit, whom));
    }

    /** Takes one back that was no guess after all. */
    public void giveBack(Limit limit, String whom, Instant at) {
        sql.giveBack(key(limit, whom), at);
    }

    public void forget(Instant at) {
        sql.forget(at.minus(KEPT));
    }

    private byte[] key(Limit limit, String whom) {
        try {
            String signed = signer.sign(limit + " " + Integer.toHexString(whom.length()) + " " + whom);
            return MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
