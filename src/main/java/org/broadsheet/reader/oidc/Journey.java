package org.broadsheet.reader.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;

/**
 * What a browser carries, sealed, while its reader is at the provider.
 *
 * @param verifier of PKCE (RFC 7636)
 * @param to where to go afterwards
 * @param reader who was signed in here and wants the two accounts linked; 0 where nobody was
 * @param until in seconds of Unix time
 */
record Journey(String state, String nonce, String verifier, String to, long reader, long until) {
    /** How long somebody may take at the provider. */
    static final Duration LIFE = Duration.ofMinutes(15);

    Optional<ReaderId> who() {
        return reader == 0 ? Optional.empty() : Optional.of(new ReaderId(reader));
    }

    /** Seals and opens. */
    static final class Cookie {
        private final Carried<Journey> carried;

        Cookie(Settings settings) {
            this.carried = new Carried<>(settings, "openid journey", Journey.class);
        }

        String write(Journey journey) {
            return carried.write(journey);
        }

        Optional<Journey> read(String sealed, Instant now) {
            return carried.read(sealed).filter(each -> now.getEpochSecond() < each.until());
        }
    }
}
