package org.broadsheet.base.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.broadsheet.base.Settings;

/**
 * Signs short texts for one purpose with HMAC-SHA-256 and reads them back: {@code text.signature}, the signature in 43
 * letters of base64url. What one purpose signed, no other reads. Checking takes about a microsecond and no waiting.
 */
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_LETTERS = 43;
    private static final int LONGEST = 2_000;

    private final List<SecretKey> keys;

    /** @param purpose such as {@code session} */
    public Signer(Settings settings, String purpose) {
        this.keys = Keys.of(settings, "signing " + purpose, ALGORITHM);
    }

    /** @throws IllegalStateException where the paper has no secret to sign with */
    public String sign(String text) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("BROADSHEET_SECRET is unset: nothing can be signed");
        }
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(keys.getFirst(), text));
    }

    /** The text, if this paper signed it for this purpose. */
    public Optional<String> read(String signed) {
        int dot = signed.length() - SIGNATURE_LETTERS - 1;
        if (dot < 0 || signed.length() > LONGEST || signed.charAt(dot) != '.') {
            return Optional.empty();
        }
        String text = signed.substring(0, dot);
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        for (SecretKey key : keys) {
            if (MessageDigest.isEqual(given, signature(key, text))) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static byte[] signature(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
