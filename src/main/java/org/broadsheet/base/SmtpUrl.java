package org.broadsheet.base;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A mail server: {@code smtp://user:password@host:587} or {@code smtps://…:465}. Prints without its password. */
public record SmtpUrl(boolean tls, String host, int port, Optional<String> user, Optional<Secret> password) {

    private static final String EXPECTED = "an address such as smtp://user:password@host:587 or smtps://host:465";

    public static SmtpUrl parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED + " (percent-encode odd characters in the password)");
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if ((!tls && !"smtp".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : 587;
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new SmtpUrl(tls, uri.getHost(), port, Optional.empty(), Optional.empty());
        }
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(EXPECTED + ", with user and password or neither");
        }
        Secret password = new Secret(decoded(userInfo.substring(colon + 1)));
        return new SmtpUrl(
                tls, uri.getHost(), port, Optional.of(decoded(userInfo.substring(0, colon))), Optional.of(password));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return (tls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
