package org.broadsheet.wire.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.wire.Wire;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/**
 * Who may send to the wire, and what they send. A sender shows its secret as a bearer token (RFC 6750), or better, signs: the header
 * {@code Wire-Signature} says {@code t=SECONDS,v1=HEX}, where HEX is HMAC-SHA256 (RFC 2104) under the secret of the seconds since
 * 1970, a full stop, and the bytes.
 */
@Component
public class Pushers {
    /** Of what is signed, between the sender's clock and ours; what is older may be somebody's recording. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_NAME = 60;
    private static final int SECRET_BYTES = 32;
    private static final int READ_AT_ONCE = 100;

    private final PusherSql sql;
    private final Wire wire;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    Pushers(Jdbi jdbi, Wire wire, Settings settings) {
        this.sql = NamedSql.of(jdbi, PusherSql.class);
        this.wire = wire;
        this.sealer = new Sealer(settings, "wire pusher");
    }

    /** A sender and how it is. @param refused in a row, with a wrong secret or signature */
    public record Pusher(String source, Instant added, Optional<Instant> heard, Optional<Instant> news, int refused) {}

    /** What the sender shows. */
    public record Shown(Optional<String> authorization, Optional<String> signature) {}

    /** What became of it. */
    public sealed interface Pushed {
        /** Put away. @param sha256 of the bytes, by which it is known @param progress of reading it and what waited besides */
        record Taken(String sha256, Wire.Progress progress) implements Pushed {}

        /** No such sender, or not from it; which, is not said. */
        record NotAllowed() implements Pushed {}
    }

    /**
     * Lets an agency send from now on, under a new secret, which is the answer and is shown to nobody again.
     *
     * @throws IllegalArgumentException when the name is none
     */
    public String add(String source, Instant at) {
        if (source.length() > LONGEST_NAME || !NAME.matcher(source).matches()) {
            throw new IllegalArgumentException("name is \"" + source
                    + "\"; expected lower-case letters, digits and hyphens, at most " + LONGEST_NAME);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.put(source, sealer.seal(secret.getBytes(StandardCharsets.UTF_8)), at);
        return secret;
    }

    /** Lets it send no more. What has come stays. */
    public boolean remove(String source) {
        return sql.remove(source);
    }

    public List<Pusher> all() {
        return sql.all().stream()
                .map(row -> new Pusher(row.source(), row.added(), row.heard(), row.news(), row.refused()))
                .toList();
    }

    /** Looks at what is shown before the document is read: false for whoever cannot be allowed whatever it holds. */
    public boolean mayBe(String source, Shown shown, Instant at) {
        Optional<byte[]> secret = secret(source);
        boolean may = secret.isPresent()
                && shown.signature()
                        .map(said -> isFresh(said, at))
                        .orElseGet(() -> isToken(secret.get(), shown.authorization()));
        if (!may) {
            sql.refused(source);
        }
        return may;
    }

    /** Puts away what was sent, then reads it. The same bytes again change nothing. */
    public Pushed push(String source, byte[] content, Shown shown, Instant at) {
        Optional<byte[]> secret = secret(source);
        if (secret.isEmpty() || !isFrom(secret.get(), content, shown, at)) {
            sql.refused(source);
            return new Pushed.NotAllowed();
        }
        wire.keep(List.of(new Wire.Arrival(source, content, at)));
        Wire.Progress progress = wire.readKept(READ_AT_ONCE);
        sql.heard(source, progress.added() > 0, at);
        return new Pushed.Taken(HexFormat.of().formatHex(digest(content)), progress);
    }

    private Optional<byte[]> secret(String source) {
        return sql.sealed(source).flatMap(sealer::open);
    }

    private static boolean isFrom(byte[] secret, byte[] content, Shown shown, Instant at) {
        return shown.signature()
                .map(said -> isFresh(said, at) && isSigned(secret, content, said))
                .orElseGet(() -> isToken(secret, shown.authorization()));
    }

    private static boolean isToken(byte[] secret, Optional<String> authorization) {
        return authorization
                .filter(said -> said.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(said -> said.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8))
                .filter(token -> MessageDigest.isEqual(token, secret))
                .isPresent();
    }

    private static boolean isFresh(String signature, Instant at) {
        Matcher parts = SIGNATURE.matcher(signature);
        return parts.matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), at)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static boolean isSigned(byte[] secret, byte[] content, String signature) {
        Matcher parts = SIGNATURE.matcher(signature);
        return parts.matches()
                && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), mac(secret, parts.group(1), content));
    }

    static byte[] mac(byte[] secret, String seconds, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
