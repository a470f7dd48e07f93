package org.broadsheet.reader.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.reader.once.Once;
import org.springframework.stereotype.Component;

/**
 * Challenges: given out with a ticket that says by its signature what for, for whom and until when, so that asking for one
 * writes nothing; taken back once.
 */
@Component
class Challenges {
    /** WebAuthn 13.4.3 wants 16 bytes at least. */
    private static final int BYTES = 32;

    /** As long as somebody may look at a sign-in page before choosing a passkey from what the browser suggests. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Pattern SHAPE =
            Pattern.compile("(make|know)\\.([0-9]{1,18})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signer signer;
    private final Once once;

    Challenges(Settings settings, Once once) {
        this.signer = new Signer(settings, "passkey challenge");
        this.once = once;
    }

    /** What a challenge is for. */
    enum Use {
        MAKE("make"),
        KNOW("know");

        private final String word;

        Use(String word) {
            this.word = word;
        }
    }

    record Ticket(String challenge, String signed) {}

    /** @param reader whose passkey is to be made; 0 where the passkey will say who it is */
    Ticket give(Use use, long reader, Instant now) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        long until = now.plus(LIFE).getEpochSecond();
        return new Ticket(challenge, signer.sign(use.word + "." + reader + "." + until + "." + challenge));
    }

    /** The challenge, unless the ticket is forged, for something or somebody else, too old, or used. */
    Optional<byte[]> takeBack(String signed, Use use, long reader, Instant now) {
        return signer.read(signed)
                .map(SHAPE::matcher)
                .filter(Matcher::matches)
                .filter(ticket -> ticket.group(1).equals(use.word) && Long.parseLong(ticket.group(2)) == reader)
                .filter(ticket -> now.isBefore(until(ticket)))
                .filter(ticket -> once.use(signed, until(ticket), now))
                .map(ticket -> Base64.getUrlDecoder().decode(ticket.group(4)));
    }

    private static Instant until(Matcher ticket) {
        return Instant.ofEpochSecond(Long.parseLong(ticket.group(3)));
    }
}
