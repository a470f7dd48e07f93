package org.broadsheet.gift;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Signer;
import org.springframework.stereotype.Component;

/**
 * Tells devices that open gifts apart, so that one counts once: a random number in a signed cookie. The database has only
 * a hash of it together with the gift, which links no two gifts to one another.
 */
@Component
public final class Devices {
    /** The bare name of its cookie. */
    public static final String COOKIE = "friend";

    private static final int BYTES = 16;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signer signer;

    public Devices(Settings settings) {
        this.signer = new Signer(settings, "gift device");
    }

    /** One browser on one device. */
    public record Device(String number) {
        public static Device fresh() {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            return new Device(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }

        byte[] hash(GiftId gift) {
            return GiftToken.sha256("device " + gift + " " + number);
        }
    }

    public String write(Device device) {
        return signer.sign(device.number());
    }

    public Optional<Device> read(String signed) {
        return signer.read(signed).filter(text -> SHAPE.matcher(text).matches()).map(Device::new);
    }
}
