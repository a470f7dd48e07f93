package org.broadsheet.paywall;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.reader.ReaderId;
import org.springframework.stereotype.Component;

/**
 * Signs passes and reads them back: {@code reader.kind.issued.until.signature}, {@code issued} in milliseconds and
 * {@code until} in seconds of Unix time. Whether one still opens anything is for {@link PassVoids}.
 */
@Component
public class Passes {

    /** The cookie that carries a pass, before {@link org.broadsheet.base.http.PaperCookies} has had its say. */
    public static final String COOKIE = "pass";

    /** So long a change that a node did not hear of can go unnoticed. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** How long a browser keeps an institution's pass, so that the network it comes from is looked at again by itself. */
    static final Duration INSTITUTION_KEPT = Duration.ofHours(12);

    private static final Pattern SHAPE =
            Pattern.compile("(0|[1-9][0-9]{0,17})\\.([rsti])\\.([0-9]{1,14})\\.([0-9]{1,11})");

    private final Signer signer;

    public Passes(Settings settings) {
        this.signer = new Signer(settings, COOKIE);
    }

    /** @throws IllegalStateException where the paper has no secret to sign with */
    public String sign(Pass pass) {
        return signer.sign(pass.reader().map(ReaderId::value).orElse(0L) + "."
                + pass.kind().letter() + "." + pass.issued().toEpochMilli() + "."
                + pass.until().getEpochSecond());
    }

    /** What a pass says, if this paper signed it. */
    public Optional<Pass> read(String signed) {
        return signer.read(signed).map(SHAPE::matcher).filter(Matcher::matches).flatMap(Passes::pass);
    }

    private static Optional<Pass> pass(Matcher parts) {
        try {
            long reader = Long.parseLong(parts.group(1));
            return Optional.of(new Pass(
                    reader == 0 ? Optional.empty() : Optional.of(new ReaderId(reader)),
                    Pass.Kind.of(parts.group(2).charAt(0)),
                    Instant.ofEpochMilli(Long.parseLong(parts.group(3))),
                    Instant.ofEpochSecond(Long.parseLong(parts.group(4)))));
        } catch (DateTimeException | IllegalArgumentException neverSigned) {
            return Optional.empty();
        }
    }
}
