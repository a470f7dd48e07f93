package org.broadsheet.paywall.audit.crawl;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/** How an address is asked for: each may be answered from bytes made apart. */
public enum Way {
    USUAL("GET", "br, gzip"),
    GZIP("GET", "gzip"),
    PLAIN("GET", "identity"),
    HEADERS_ONLY("HEAD", "identity"),
    PART("GET", "identity"),
    UNCHANGED("GET", "br"),
    SMALL_TEXT("GET", "br"),
    LARGE_TEXT("GET", "br"),
    OLD_BROWSER("GET", "gzip");

    /** Those that are tried where bytes may differ in more than how they are packed. */
    static final List<Way> ALL = List.of(values());

    /** Each may be made of other bytes. */
    static final List<Way> PACKED = List.of(USUAL, GZIP, PLAIN);

    private static final String OLD = "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko";

    private final String method;
    private final String encodings;

    Way(String method, String encodings) {
        this.method = method;
        this.encodings = encodings;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The request's headers over the identity's own. */
    HttpRequest.Builder on(HttpRequest.Builder request, Identity identity) {
        identity.headers().forEach(request::setHeader);
        request.method(method, HttpRequest.BodyPublishers.noBody()).setHeader("Accept-Encoding", encodings);
        return switch (this) {
            case USUAL, GZIP, PLAIN, HEADERS_ONLY -> request;
            case PART -> request.setHeader("Range", "bytes=0-1000000");
            case UNCHANGED ->
                request.setHeader("If-None-Match", "\"another\"")
                        .setHeader("If-Modified-Since", "Thu, 01 Jan 1970 00:00:01 GMT");
            case SMALL_TEXT -> request.setHeader("Cookie", with(identity, "text=small"));
            case LARGE_TEXT -> request.setHeader("Cookie", with(identity, "text=large"));
            case OLD_BROWSER -> request.setHeader("User-Agent", old(identity));
        };
    }

    /** A robot stays one, whatever else it calls itself: robots say where to read about them. */
    private static String old(Identity identity) {
        String own = identity.headers().getOrDefault("User-Agent", "");
        return own.contains("+http") ? OLD + " " + own : OLD;
    }

    private static String with(Identity identity, String cookie) {
        String own = identity.headers().getOrDefault("Cookie", "");
        return own.isEmpty() ? cookie : own + "; " + cookie;
    }
}
