package org.broadsheet.reader.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account here is whose there. An account that is there already is linked by whoever is signed in to it and by nobody
 * else: that a provider says the same address is not enough, since what it verified once may be somebody else's today.
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
        Optional<Email> email =
                Optional.ofNullable(claims.getStringClaim("email")).flatMap(Email::parse);
        if (email.isEmpty()) {
            return new Arrived.NoAddress();
        }
        if (!Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            return new Arrived.Unverified(email.get().address());
        }
        return sql.taken(email.get().key())
                ? new Arrived.SignInFirst(email.get().address())
                : new Arrived.Stranger(Newcomer.of(issuer, subject, email.get(), to, now));
    }

    boolean linked(ReaderId reader, String issuer) {
        return sql.of(reader.value()).stream().anyMatch(row -> row.issuer().equals(issuer));
    }

    boolean unlink(ReaderId reader, String issuer) {
        return sql.unlink(reader.value(), issuer);
    }
}
