package org.broadsheet.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator of software with one passkey (ES256), as honest or as crooked as a test wants it. */
public final class SoftKey {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final String origin;
    private final byte[] credential = new byte[32];
    private final KeyPair keys;
    private byte[] handle = new byte[0];
    private boolean verifies = true;
    private int count;

    /** @param origin of the page that asks, as the browser says it */
    public SoftKey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credential);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that asks for neither finger nor PIN. */
    public SoftKey withoutVerification() {
        verifies = false;
        return this;
    }

    /** The next answer's count is one above. */
    public SoftKey countedTo(int value) {
        count = value;
        return this;
    }

    public SoftKey calling(byte[] anotherHandle) {
        handle = anotherHandle.clone();
        return this;
    }

    public byte[] handle() {
        return handle.clone();
    }

    /** A RegistrationResponseJSON for these options. */
    public String make(Map<String, Object> options) {
        JsonNode asked = JSON.valueToTree(options);
        handle = bytes(asked.path("user").path("id").asString());
        String party = asked.path("rp").path("id").asString();
        ByteArrayOutputStream attested = new ByteArrayOutputStream();
        attested.writeBytes(new byte[16]);
        attested.writeBytes(
                ByteBuffer.allocate(2).putShort((short) credential.length).array());
        attested.writeBytes(credential);
        attested.writeBytes(publicKey());
        byte[] said = said(party, ATTESTED, attested.toByteArray());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        object.writeBytes(text("fmt"));
        object.writeBytes(text("none"));
        object.writeBytes(text("attStmt"));
        object.write(0xa0);
        object.writeBytes(text("authData"));
        object.write(0x58);
        object.write(said.length);
        object.writeBytes(said);
        return answer(Map.of(
                "clientDataJSON", base64(client("webauthn.create", options)),
                "attestationObject", base64(object.toByteArray()),
                "transports", new String[] {"internal"}));
    }

    /** An AuthenticationResponseJSON for these options. */
    public String answer(String party, Map<String, Object> options) {
        byte[] client = client("webauthn.get", options);
        byte[] said = said(party, 0, new byte[0]);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(said);
            signature.update(MessageDigest.getInstance("SHA-256").digest(client));
            return answer(Map.of(
                    "clientDataJSON", base64(client),
                    "authenticatorData", base64(said),
                    "signature", base64(signature.sign()),
                    "userHandle", base64(handle)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id", base64(credential),
                "rawId", base64(credential),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private byte[] client(String type, Map<String, Object> options) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                JSON.valueToTree(options).path("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private byte[] said(String party, int flags, byte[] attested) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(party.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(37 + attested.length)
                    .put(hash)
                    .put((byte) (PRESENT | flags | (verifies ? VERIFIED : 0)))
                    .putInt(++count)
                    .put(attested)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** COSE (RFC 9053, 7.1.1): kty EC2, alg ES256, crv P-256. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        cose.writeBytes(coordinate(key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 32});
        cose.writeBytes(coordinate(key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] all = new byte[32];
        byte[] some = value.toByteArray();
        int length = Math.min(some.length, 32);
        System.arraycopy(some, some.length - length, all, 32 - length, length);
        return all;
    }

    private static byte[] text(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
