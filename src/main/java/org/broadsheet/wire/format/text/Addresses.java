package org.broadsheet.wire.format.text;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Addresses as senders write them. Nothing here opens one. */
public final class Addresses {
    private static final int LONGEST = 4_000;

    private Addresses() {}

    /** The address made absolute as far as the base allows; unchanged when it is no address that can be resolved. */
    public static Optional<String> resolve(Optional<URI> base, String href) {
        String wanted = href.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        if (base.isEmpty() || wanted.matches("(?s)[A-Za-z][A-Za-z0-9+.\\-]*:.*")) {
            return Optional.of(wanted);
        }
        try {
            return Optional.of(against(base.get(), new URI(wanted.replace(" ", "%20"))));
        } catch (java.net.URISyntaxException e) {
            return Optional.of(wanted);
        }
    }

    /** RFC 3986, 5.2; java.net.URI leaves leading dots and loses the path of an empty reference. */
    private static String against(URI base, URI reference) {
        if (reference.toString().isEmpty()) {
            return base.toString();
        }
        if (base.isOpaque()) {
            return reference.toString();
        }
        URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
        String whole = rooted.resolve(reference).toString();
        return whole.replaceFirst("^([a-z]+://[^/]*)(/\\.\\.)+(?=/)", "$1");
    }

    /** An address as a base for others; absent when it is none. */
    public static Optional<URI> base(String address) {
        try {
            return Optional.of(new URI(address.strip().replace(" ", "%20")));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    public static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
