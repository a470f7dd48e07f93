package org.broadsheet.paywall.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;

/** Where a crawl begins: what the paper publishes by rule, whether or not a page links to it. */
final class Seeds {
    private static final int GONE = 20;

    private static final List<String> FIXED = List.of(
            "/robots.txt",
            "/sitemap.xml",
            "/sitemap-paper.xml",
            "/news-sitemap.xml",
            "/manifest.webmanifest",
            "/service-worker.js",
            "/offline",
            "/app",
            "/browsers",
            "/search",
            "/feedback",
            "/join",
            "/sign-in",
            "/plans",
            "/account",
            "/desk",
            "/api/v1",
            "/api/v1/openapi.json",
            "/api/v1/stories",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/error",
            "/no-such-page",
            "/no-such-section/2026/01/01/no-such-story",
            "/.well-known/security.txt",
            "/favicon.ico");

    private static final List<String> FEEDS = List.of("feed.xml", "atom.xml", "feed.json");

    private Seeds() {}

    static List<String> of(InPrint stories, Guarded guarded) {
        List<String> seeds = new ArrayList<>(List.of("/"));
        FEEDS.forEach(feed -> seeds.add("/" + feed));
        for (Section section : stories.sections()) {
            seeds.add("/" + section.slug());
            FEEDS.forEach(feed -> seeds.add("/" + section.slug() + "/" + feed));
        }
        seeds.addAll(FIXED);
        stories.takenBackSince(Instant.EPOCH, GONE)
                .forEach(gone -> seeds.add(gone.address().path()));
        for (String words : guarded.questions()) {
            seeds.add("/search?q=" + encoded(words));
            seeds.add("/search?q=" + encoded("\"" + words + "\"") + "&sort=newest&as=typed");
        }
        seeds.addAll(guarded.addresses());
        return seeds;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
