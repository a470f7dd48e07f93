package org.broadsheet.wire.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A picture within a document.
 *
 * @param addresses what it can be called by: {@code sha256:…}, {@code cid:…}, the name of its file
 */
public record Embedded(List<String> addresses, byte[] bytes) {
    /** An address made from the bytes alone. */
    public static String address(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
