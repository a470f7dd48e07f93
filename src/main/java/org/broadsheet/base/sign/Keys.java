package org.broadsheet.base.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.broadsheet.base.Secret;
import org.broadsheet.base.Settings;

/** Keys of one purpose, derived from the paper's secrets (HKDF, RFC 5869): the newest first, older ones for reading only. */
final class Keys {
    private Keys() {}

    static List<SecretKey> of(Settings settings, String purpose, String algorithm) {
        return Stream.of(settings.secrets().signing(), settings.secrets().before())
                .flatMap(Optional::stream)
                .map(secret -> derived(secret, purpose, algorithm))
                .toList();
    }

    private static SecretKey derived(Secret secret, String purpose, String algorithm) {
        try {
            byte[] material = secret.value().getBytes(StandardCharsets.UTF_8);
            byte[] label = ("broadsheet " + purpose).getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(label, 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
