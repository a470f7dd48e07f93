package org.broadsheet.base;

import java.net.URI;

/** The address readers use: scheme and host, perhaps a port; never a path, query or slash at the end. */
public record BaseUrl(URI value) {

    private static final String EXPECTED = "an address such as https://paper.example, without a path";

    public static BaseUrl parse(String text) {
        String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI uri;
        try {
            uri = URI.create(bare);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bareHost = uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawUserInfo() == null;
        if (!web || !bareHost || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return new BaseUrl(uri);
    }

    public boolean secure() {
        return "https".equals(value.getScheme());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
