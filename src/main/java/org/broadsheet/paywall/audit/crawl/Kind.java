package org.broadsheet.paywall.audit.crawl;

import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.story.Address;

/** What kind of surface something is; the report counts by it. */
public enum Kind {
    FRONT,
    ARTICLE,
    LIST,
    TOPIC,
    AUTHOR,
    PAGE,
    SEARCH,
    FEED,
    SITEMAP,
    ROBOTS,
    MANIFEST,
    WORKER,
    FILE,
    API,
    ELSEWHERE,
    MISSING,
    GONE,
    REFUSED,
    FAILED,
    MAIL,
    LOG;

    private static final Pattern FEEDS = Pattern.compile(".*/(?:feed\\.xml|atom\\.xml|feed\\.json)");
    private static final Pattern SITEMAPS = Pattern.compile("/(?:news-)?sitemap[^/]*\\.xml");
    private static final Pattern SECTION = Pattern.compile("/[a-z0-9-]+");

    private static final int REDIRECT = 300;
    private static final int BAD = 400;
    private static final int NOT_FOUND = 404;
    private static final int NO_MORE = 410;
    private static final int FAULT = 500;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By what came back first, then by the address. */
    static Kind of(String address, int status) {
        if (status >= FAULT) {
            return FAILED;
        }
        return switch (status) {
            case NOT_FOUND -> MISSING;
            case NO_MORE -> GONE;
            default -> status >= BAD ? REFUSED : status >= REDIRECT ? ELSEWHERE : of(path(address));
        };
    }

    /** By its path alone. */
    static Kind of(String path) {
        return switch (path) {
            case "/" -> FRONT;
            case "/robots.txt" -> ROBOTS;
            case "/manifest.webmanifest" -> MANIFEST;
            case "/service-worker.js" -> WORKER;
            case "/search" -> SEARCH;
            case "/app", "/browsers", "/offline", "/feedback", "/join", "/sign-in", "/plans", "/gifts", "/account" ->
                PAGE;
            default -> byShape(path);
        };
    }

    private static Kind byShape(String path) {
        if (Address.of(path).isPresent()) {
            return ARTICLE;
        }
        if (FEEDS.matcher(path).matches()) {
            return FEED;
        }
        if (SITEMAPS.matcher(path).matches()) {
            return SITEMAP;
        }
        return switch (path.substring(1).split("/", 2)[0]) {
            case "topics" -> TOPIC;
            case "authors" -> AUTHOR;
            case "api" -> API;
            case "static" -> FILE;
            default -> SECTION.matcher(path).matches() ? LIST : PAGE;
        };
    }

    static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
