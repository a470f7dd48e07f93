package org.broadsheet.reader.second;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.reader.ReaderId;
import org.springframework.stereotype.Component;

/** Secrets of authenticator apps: sealed in the database, and sealed in the page that sets one up. */
@Component
class Secrets {
    private static final Duration SETUP = Duration.ofMinutes(30);
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,11})\\.([A-Z2-7]{32})");

    private final Sealer kept;
    private final Sealer setup;
    private final Settings settings;

    Secrets(Settings settings) {
        this.kept = new Sealer(settings, "authenticator");
        this.setup = new Sealer(settings, "authenticator setup");
        this.settings = settings;
    }

    /** Sealed with its reader's number: moved to another account's row it opens for nobody. */
    String kept(ReaderId reader, Totp totp) {
        return sealed(kept, reader, Instant.EPOCH, totp);
    }

    Totp open(ReaderId reader, String sealed) {
        return opened(kept, reader, sealed)
                .map(parts -> new Totp(parts.group(3)))
                .orElseThrow(() -> new IllegalStateException("the authenticator of reader " + reader
                        + " cannot be opened: BROADSHEET_SECRET was changed without BROADSHEET_SECRET_BEFORE"));
    }

    Setup setup(ReaderId reader, Totp totp, String account, Instant now) {
        String carried = sealed(setup, reader, now.plus(SETUP), totp);
        return new Setup(carried, totp.secret(), totp.uri(settings.paper().name(), account));
    }

    Optional<Totp> opened(ReaderId reader, String sealed, Instant now) {
        return opened(setup, reader, sealed)
                .filter(parts -> now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(2)))))
                .map(parts -> new Totp(parts.group(3)));
    }

    private static String sealed(Sealer sealer, ReaderId reader, Instant until, Totp totp) {
        String text = reader + "." + until.getEpochSecond() + "." + totp.secret();
        return sealer.seal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Matcher> opened(Sealer sealer, ReaderId reader, String sealed) {
        return sealer.open(sealed)
                .map(text -> SHAPE.matcher(new String(text, StandardCharsets.US_ASCII)))
                .filter(Matcher::matches)
                .filter(parts -> parts.group(1).equals(reader.toString()));
    }
}
