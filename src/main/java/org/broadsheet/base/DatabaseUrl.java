package org.broadsheet.base;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL database: {@code postgres://user:password@host:5432/name?sslmode=require}, or the driver's own
 * {@code jdbc:postgresql://host/name?user=…&password=…}. Prints without its password.
 */
public record DatabaseUrl(String jdbc, String user, Secret password) {

    private static final String EXPECTED = "an address such as postgres://user:password@host:5432/name";

    public static DatabaseUrl parse(String text) {
        String bare = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri;
        try {
            uri = URI.create(bare);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED + " (percent-encode odd characters in the password)");
        }
        boolean postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        if (!postgres
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return of(uri);
    }

    private static DatabaseUrl of(URI uri) {
        String user = "";
        String password = "";
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        if (!userInfo.isEmpty()) {
            int colon = userInfo.indexOf(':');
            user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
            password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        }
        List<String> rest = new ArrayList<>();
        for (String pair : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
            if (pair.startsWith("user=")) {
                user = decoded(pair.substring("user=".length()));
            } else if (pair.startsWith("password=")) {
                password = decoded(pair.substring("password=".length()));
            } else if (!pair.isEmpty()) {
                rest.add(pair);
            }
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED + ", with a user");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, new Secret(password));
    }

    /** The same server and user, another database. */
    public DatabaseUrl withDatabase(String name) {
        int slash = jdbc.indexOf('/', "jdbc:postgresql://".length());
        int query = jdbc.indexOf('?');
        String rest = query < 0 ? "" : jdbc.substring(query);
        return new DatabaseUrl(jdbc.substring(0, slash + 1) + name + rest, user, password);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbc + " as " + user;
    }
}
