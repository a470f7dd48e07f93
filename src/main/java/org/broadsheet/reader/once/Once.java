package org.broadsheet.reader.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets what was signed or sealed for one use be used once, on whichever node: the database decides. */
@Component
public class Once {
    private final OnceSql sql;

    Once(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, OnceSql.class);
    }

    /**
     * True the first time.
     *
     * @param proof what is used; only its hash is kept
     * @param until when it runs out; from then on whoever made it refuses it
     */
    @Transactional
    public boolean use(String proof, Instant until, Instant now) {
        sql.forgetBefore(now);
        return sql.use(hash(proof), until) == 1;
    }

    private static byte[] hash(String proof) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
