package org.broadsheet.base.sign;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.broadsheet.base.Settings;

/**
 * Seals short secrets for one purpose with AES-256-GCM under a random nonce, and opens them again: nobody else can read
 * or change them, and the same text sealed twice looks different. At most some 2^32 seals under one secret (NIST SP
 * 800-38D, 8.3).
 */
public final class Sealer {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 8_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKey> keys;

    /** @param purpose such as {@code meter} */
    public Sealer(Settings settings, String purpose) {
        this.keys = Keys.of(settings, "sealing " + purpose, "AES");
    }

    /** In base64url; 38 letters and four thirds of the text's bytes. */
    public String seal(byte[] text) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("BROADSHEET_SECRET is unset: nothing can be sealed");
        }
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce).doFinal(text);
            byte[] both = Arrays.copyOf(nonce, NONCE + hidden.length);
            System.arraycopy(hidden, 0, both, NONCE, hidden.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing where this paper did not seal it for this purpose. */
    public Optional<byte[]> open(String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (both.length <= NONCE) {
            return Optional.empty();
        }
        return keys.stream().flatMap(key -> opened(key, both).stream()).findFirst();
    }

    private static Optional<byte[]> opened(SecretKey key, byte[] both) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(both, NONCE));
            return Optional.of(cipher.doFinal(both, NONCE, both.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
