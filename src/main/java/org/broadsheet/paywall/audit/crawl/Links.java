package org.broadsheet.paywall.audit.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The paper's own addresses in what it sent, whatever it is: HTML, XML, JSON, style sheets, the service worker. */
final class Links {
    private static final List<Pattern> LINKS = List.of(
            Pattern.compile("(?i)(?:href|src|action|cite|data-[a-z-]{1,30})\\s{0,3}=\\s{0,3}[\"']?([^\"'\\s>]{1,500})"),
            Pattern.compile("(https?://[^\\s\"'<>\\\\)]{1,500})"),
            Pattern.compile("[\"'`(](/[A-Za-z0-9][^\"'`)\\s<>\\\\{$]{0,500})[\"'`)]"));

    /** Pictures and fonts hold no words; what changes something, or leads out, is not for looking at. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?i)/(?:pictures/|gift/|gifts/|sign-out|out\\b|webhooks/|text-size|desk\\b).*|.*\\.(?:woff2?|png|jpe?g|webp|avif|ico|gif)");

    private static final Pattern KNOWN_QUERY = Pattern.compile("page=\\d{1,6}");

    private final List<URI> homes;

    /** @param homes the address that is asked, and the one that readers use */
    Links(List<URI> homes) {
        this.homes = homes;
    }

    /** Path and, for a part of a list, query. */
    Set<String> in(String text, String from) {
        String plain = Parser.unescapeEntities(text.replace("\\/", "/"), true);
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : LINKS) {
            List<MatchResult> matches =
                    new ArrayList<>(pattern.matcher(plain).results().toList());
            matches.forEach(match -> own(match.group(1), from, found));
        }
        return found;
    }

    private void own(String link, String from, Set<String> found) {
        URI address;
        try {
            address = homes.getFirst().resolve(from).resolve(link);
        } catch (IllegalArgumentException noAddress) {
            return;
        }
        String path = address.getRawPath();
        boolean ours = address.getHost() != null && homes.stream().anyMatch(home -> isSame(home, address));
        if (!ours || path == null || LEFT_OUT.matcher(path).matches()) {
            return;
        }
        String query = address.getRawQuery();
        String asked = path.isEmpty() ? "/" : path;
        found.add(query != null && KNOWN_QUERY.matcher(query).matches() ? asked + "?" + query : asked);
    }

    private static boolean isSame(URI home, URI address) {
        return home.getHost().equalsIgnoreCase(address.getHost()) && home.getPort() == address.getPort();
    }
}
