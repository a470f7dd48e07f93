package org.broadsheet.paywall.crawler;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search engine's program, as its owner documents it: the word in its name, the domains that its addresses belong to by
 * the name server; none where the owner publishes addresses only.
 */
enum Crawler {
    /** Not google.com: its proxies, such as the translator's, pass on whatever name a person's browser bears. */
    GOOGLE("googlebot", "googlebot.com"),
    BING("bingbot", "search.msn.com"),
    APPLE("applebot", "applebot.apple.com"),
    DUCKDUCKGO("duckduckbot");

    private final String mark;

    @SuppressWarnings("ImmutableEnumChecker") // of strings, and nobody can change it
    private final List<String> domains;

    Crawler(String mark, String... domains) {
        this.mark = mark;
        this.domains = List.of(domains);
    }

    /** As the setting CRAWLERS has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Crawler> of(String word) {
        for (Crawler crawler : values()) {
            if (crawler.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(crawler);
            }
        }
        return Optional.empty();
    }

    boolean claimedBy(String browser) {
        return browser.toLowerCase(Locale.ROOT).contains(mark);
    }

    /** True for a host of its owner's. */
    boolean owns(String host) {
        String bare = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(domain -> bare.endsWith("." + domain));
    }

    boolean hasDomains() {
        return !domains.isEmpty();
    }
}
