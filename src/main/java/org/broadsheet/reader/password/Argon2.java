package org.broadsheet.reader.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in its PHC string, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes worked on at once
 */
record Argon2(int memory, int passes, int lanes) {
    /** OWASP, Password Storage Cheat Sheet: the least memory of those it holds to be equally strong. */
    static final Argon2 OWASP = new Argon2(19_456, 2, 1);

    private static final int SALT = 16;
    private static final int HASH = 32;
    /** What the paper never wrote would only be there to keep it busy. */
    private static final int MOST_MEMORY = 65_536;

    private static final Pattern SHAPE = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A password as it is kept. */
    record Kept(Argon2 cost, byte[] salt, byte[] hash) {}

    String keep(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(password, salt, HASH));
    }

    static Optional<Kept> read(String kept) {
        Matcher parts = SHAPE.matcher(kept);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2 cost = new Argon2(number(parts, 1), number(parts, 2), number(parts, 3));
        if (cost.memory > MOST_MEMORY || cost.passes < 1 || cost.lanes < 1 || cost.memory < 8 * cost.lanes) {
            return Optional.empty();
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return Optional.of(new Kept(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5))));
    }

    static boolean matches(Kept kept, String password) {
        return MessageDigest.isEqual(kept.hash(), kept.cost().hash(password, kept.salt(), kept.hash().length));
    }

    private byte[] hash(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
