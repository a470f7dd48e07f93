package org.broadsheet.reader.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account here is whose there. A link is made by itself only where both sides have seen that the address is theirs:
 * the provider says that it verified it, and the account here is confirmed. Otherwise whoever knows how to sign in here
 * makes it.
 */
@Component
@Transactional
class OpenIdLinks {
    private static final int LONGEST_SUBJECT = 255;

    private final OpenIdSql sql;

    OpenIdLinks(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, OpenIdSql.class);
    }

    /** @param claims of a token that has been checked */
    Arrived arrived(String issuer, IDTokenClaimsSet claims, Journey journey, Instant now) {
        String subject = claims.getSubject().getValue();
        if (subject.length() > LONGEST_SUBJECT) {
            return new Arrived.Failed();
        }
        Optional<ReaderId> known = sql.reader(issuer, subject).map(ReaderId::new);
        if (journey.who().isPresent()) {
            ReaderId reader = journey.who().get();
            boolean linked = known.filter(reader::equals).isPresent()
                    || (known.isEmpty() && sql.link(issuer, subject, reader.value(), now));
            return linked ? new Arrived.Linked(reader) : new Arrived.LinkedElsewhere();
        }
        return known.<Arrived>map(reader -> new Arrived.Recognised(reader, journey.to()))
                .orElseGet(() -> byAddress(issuer, subject, claims, journey.to(), now));
    }

    private Arrived byAddress(String issuer, String subject, IDTokenClaimsSet claims, String to, Instant now) {
        String email =
                Optional.ofNullable(claims.getStringClaim("email")).orElse("").strip();
        if (email.isEmpty()) {
            return new Arrived.NoAddress();
        }
        String key = email.toLowerCase(Locale.ROOT);
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        Optional<ReaderId> confirmed = sql.confirmed(key).map(ReaderId::new);
        if (verified && confirmed.isPresent()) {
            return sql.link(issuer, subject, confirmed.get().value(), now)
                    ? new Arrived.Recognised(confirmed.get(), to)
                    : new Arrived.LinkedElsewhere();
        }
        return sql.taken(key) || !verified ? new Arrived.SignInFirst(email) : new Arrived.Stranger(email);
    }

    boolean linked(ReaderId reader, String issuer) {
        return sql.of(reader.value()).stream().anyMatch(row -> row.issuer().equals(issuer));
    }

    boolean unlink(ReaderId reader, String issuer) {
        return sql.unlink(reader.value(), issuer);
    }
}
