package org.broadsheet.paywall;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.base.Secret;
import org.broadsheet.base.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signs passes and reads them back: {@code reader.until.signature}, the signature an HMAC-SHA-256 over what stands before
 * it, which takes half a microsecond to check. Where the paper has no secret, no pass is good.
 */
@Component
public class Passes {
    /** The cookie that carries a pass. */
    public static final String COOKIE = "pass";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "pass.";
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");

    private final Optional<SecretKeySpec> key;

    @Autowired
    public Passes(Settings settings) {
        this(settings.secrets().signing());
    }

    Passes(Optional<Secret> secret) {
        this.key = secret.map(words -> new SecretKeySpec(words.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** @throws IllegalStateException where the paper has no secret to sign with */
    public String sign(Pass pass) {
        SecretKeySpec secret =
                key.orElseThrow(() -> new IllegalStateException("BROADSHEET_SECRET is unset: nothing can be signed"));
        String said = pass.reader() + "." + pass.until().getEpochSecond();
        return said + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(secret, said));
    }

    /** What a pass says, if this paper signed it; whether it still lives is for {@link Paywall}. */
    public Optional<Pass> read(String signed) {
        Matcher parts = SHAPE.matcher(signed);
        if (key.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        byte[] given = Base64.getUrlDecoder().decode(parts.group(3));
        byte[] wanted = signature(key.get(), parts.group(1) + "." + parts.group(2));
        return MessageDigest.isEqual(given, wanted) ? pass(parts) : Optional.empty();
    }

    private static Optional<Pass> pass(Matcher parts) {
        try {
            Instant until = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
            return Optional.of(new Pass(Long.parseLong(parts.group(1)), until));
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    private static byte[] signature(SecretKeySpec key, String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + said).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
