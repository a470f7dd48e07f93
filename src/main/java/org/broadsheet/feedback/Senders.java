package org.broadsheet.feedback;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.base.Settings;
import org.springframework.stereotype.Component;

/** Tells senders apart without keeping who they are: a hash of the address under a key of the day. */
@Component
class Senders {
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    Senders(Settings settings) {
        this.key = settings.secrets()
                .signing()
                .map(secret -> secret.value().getBytes(StandardCharsets.UTF_8))
                .orElseGet(Senders::chance);
    }

    /** @param address as the connection has it; of IPv6 the network, since one household has billions of addresses */
    byte[] hash(String address, Instant at) {
        return hash("sender", at.atOffset(ZoneOffset.UTC).toLocalDate() + " " + network(address));
    }

    /** Names one opinion of one sender. */
    byte[] digest(byte[] sender, String about, String words) {
        return hash("opinion", HexFormat.of().formatHex(sender) + "\n" + about + "\n" + words);
    }

    private byte[] hash(String use, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(("feedback " + use + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    static String network(String address) {
        String plain = address.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]|%.*$", "");
        if (plain.indexOf(':') < 0) {
            return plain;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(plain).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException notAnAddress) {
            return plain;
        }
    }

    private static byte[] chance() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
