package org.broadsheet.base.asset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One file for browsers. Its address holds a hash of its bytes, or of what they are drawn from, so what is there never
 * changes.
 *
 * @param name {@code paper.css}, {@code fonts/newsreader.woff2}
 * @param type its media type
 * @param hash the first 12 hexadecimal digits of a SHA-256
 * @param source makes the bytes, or has them
 */
public record Asset(String name, String type, String hash, Supplier<byte[]> source) {
    public static final String ROOT = "/static/";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "woff2", "font/woff2",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8");

    static Asset of(String name, byte[] bytes) {
        return new Asset(name, typeOf(name), hash(bytes), () -> bytes);
    }

    /** Drawn when somebody asks for it. */
    static Asset drawn(String name, String from, Supplier<byte[]> drawing) {
        return new Asset(name, typeOf(name), hash((name + from).getBytes(StandardCharsets.UTF_8)), drawing);
    }

    /** Not to be changed. */
    public byte[] bytes() {
        return source.get();
    }

    static Asset of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it is served: {@code /static/0123456789ab/paper.css}. */
    public String href() {
        return ROOT + hash + "/" + name;
    }

    /** True for what gets smaller by compression; fonts and PNG already are. */
    public boolean compressible() {
        return type.startsWith("text/") || type.equals("image/svg+xml");
    }

    /** True where the name ends as that of a file for browsers; a folder may have a dot in its name too. */
    static boolean isFile(String name) {
        return TYPES.containsKey(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String typeOf(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("no media type is known for " + name);
        }
        return type;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
