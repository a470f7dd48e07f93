package org.broadsheet.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has the paper's own stories by contract, and by which token. */
@Component
@Transactional
public class Partners {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_NAME = 60;
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PartnerSql sql;
    private final InPrint inPrint;

    Partners(Jdbi jdbi, InPrint inPrint) {
        this.sql = NamedSql.of(jdbi, PartnerSql.class);
        this.inPrint = inPrint;
    }

    /**
     * Gives a partner the paper's own stories from now on, by a new token, which is the answer and is shown to nobody again.
     *
     * @param sections slugs; none for all
     * @throws IllegalArgumentException when the name is none, or there is no such section
     */
    public String add(String name, List<String> sections, Partner.Bodies bodies, Instant at) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name is \"" + name
                    + "\"; expected lower-case letters, digits and hyphens, at most " + LONGEST_NAME);
        }
        List<String> known = inPrint.sections().stream().map(Section::slug).toList();
        for (String section : sections) {
            if (!known.contains(section)) {
                throw new IllegalArgumentException(
                        "section is \"" + section + "\"; expected one of " + String.join(", ", known));
            }
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.put(new PartnerSql.NewRow(name, hash(token), sections, bodies.word(), at));
        return token;
    }

    /** Gives it no more. What it has, it has. */
    public boolean remove(String name) {
        return sql.remove(name);
    }

    @Transactional(readOnly = true)
    public List<Partner> all() {
        return sql.all().stream().map(PartnerSql.PartnerRow::partner).toList();
    }

    /** Whose token this is. */
    Optional<Partner> asks(String token, Instant at) {
        return TOKEN.matcher(token).matches()
                ? sql.asks(hash(token), at).map(PartnerSql.PartnerRow::partner)
                : Optional.empty();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
