import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** Cookies as the paper itself would set them, from outside: what they hold is the paper's contract with its readers' browsers. */
final class Cookies {
    private static final long DAY = 86_400;

    /** The paper that has just started honours no pass from before; a pass may be this much ahead. */
    private static final long AHEAD_MILLIS = 29_000;

    private Cookies() {}

    static String subscriber(int reader) {
        long now = System.currentTimeMillis();
        return "pass=" + signed("pass", reader + ".s." + (now + AHEAD_MILLIS) + "." + (now / 1_000 + DAY));
    }

    static String gift(long story) {
        return "gift-" + story + "=" + signed("gift", story + 1_000 + "." + story + "." + (Instant.now().getEpochSecond() + DAY));
    }

    /** The one story of this month that this reader has opened. */
    static String opened(long story) {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        byte[] text = ByteBuffer.allocate(21).put((byte) 1).putShort((short) month.getYear()).put((byte) month.getMonthValue())
                .putLong(story).putLong(0).put((byte) 1).array();
        return "meter-" + Long.toString(story + 1_000_000, 36) + "=" + sealed("meter", text);
    }

    private static String signed(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key("signing " + purpose, "HmacSHA256"));
            return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sealed(String purpose, byte[] text) {
        try {
            byte[] nonce = new byte[12];
            new SecureRandom().nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key("sealing " + purpose, "AES"), new GCMParameterSpec(128, nonce));
            byte[] hidden = cipher.doFinal(text);
            byte[] both = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, both, nonce.length, hidden.length);
            return base64(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey key(String label, String algorithm) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, HKDFParameterSpec.ofExtract()
                .addIKM(Paper.SECRET.getBytes(StandardCharsets.UTF_8))
                .thenExpand(("broadsheet " + label).getBytes(StandardCharsets.UTF_8), 32));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
