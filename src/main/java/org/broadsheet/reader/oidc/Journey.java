package org.broadsheet.reader.oidc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.reader.ReaderId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Optional<ReaderId> who() {
        return reader == 0 ? Optional.empty() : Optional.of(new ReaderId(reader));
    }

    /** Seals and opens. */
    static final class Cookie {
        private final Sealer sealer;

        Cookie(Settings settings) {
            this.sealer = new Sealer(settings, "openid journey");
        }

        String write(Journey journey) {
            return sealer.seal(JSON.writeValueAsString(journey).getBytes(StandardCharsets.UTF_8));
        }

        Optional<Journey> read(String sealed, Instant now) {
            return sealer.open(sealed).flatMap(Cookie::journey).filter(each -> now.getEpochSecond() < each.until());
        }

        private static Optional<Journey> journey(byte[] text) {
            try {
                return Optional.of(JSON.readValue(text, Journey.class));
            } catch (JacksonException ofAnotherRelease) {
                return Optional.empty();
            }
        }
    }
}
