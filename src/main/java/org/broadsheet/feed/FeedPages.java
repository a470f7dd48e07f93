package org.broadsheet.feed;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.springframework.stereotype.Component;

/** Feeds, sitemaps and robots.txt as pages that the page store keeps. They are the same for every reader. */
@Component
class FeedPages implements PageSource {
    /** Of the paper at the root, of a section below it. */
    private static final Pattern FEED = Pattern.compile("(?:/([a-z0-9-]{1,80}))?/(feed\\.xml|atom\\.xml|feed\\.json)");

    private static final Pattern MONTH = Pattern.compile("/sitemap-(\\d{4})-(\\d{2})(?:-([2-9]|[1-9]\\d))?\\.xml");

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private static final String EVERYTHING_PRINTED = "front:all";
    private static final String SECTIONS = "sections:all";

    private static final String WITHDRAWN = "application/json";

    /** A device drops what it has not opened for so long when it has opened forty other pages since. */
    private static final Duration KEPT_BY_DEVICES = Duration.ofDays(30);

    private static final int MOST_TAKEN_BACK = 500;

    private final InPrint inPrint;
    private final Channels channels;
    private final Sitemaps sitemaps;
    private final Settings settings;
    private final InstantSource clock;

    FeedPages(InPrint inPrint, Channels channels, Sitemaps sitemaps, Settings settings, InstantSource clock) {
        this.inPrint = inPrint;
        this.channels = channels;
        this.sitemaps = sitemaps;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Rendered> render(PageKey key) {
        String path = key.path();
        return switch (path) {
            case "/robots.txt" -> Optional.of(document("text/plain; charset=utf-8", robots(), Set.of(SECTIONS)));
            case "/sitemap.xml" -> Optional.of(sitemap(sitemaps.index()));
            case "/withdrawn.json" -> Optional.of(document(WITHDRAWN, withdrawn(), Set.of(EVERYTHING_PRINTED)));
            case "/sitemap-paper.xml" -> Optional.of(sitemap(sitemaps.ofPaper()));
            default -> path.startsWith("/sitemap-") ? month(path) : feed(path);
        };
    }

    private Optional<Rendered> feed(String path) {
        Matcher parts = FEED.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1) == null) {
            return Optional.of(feed(channels.ofPaper(path), parts.group(2), Set.of(EVERYTHING_PRINTED)));
        }
        Optional<Section> section = inPrint.section(parts.group(1));
        return section.map(found ->
                feed(channels.ofSection(found, path), parts.group(2), Set.of("section:" + found.slug(), SECTIONS)));
    }

    private static Rendered feed(Channel channel, String name, Set<String> tags) {
        Map<String, String> headers =
                Map.of("Last-Modified", HTTP_DATE.format(channel.updated().atOffset(ZoneOffset.UTC)));
        return switch (name) {
            case "feed.xml" -> new Rendered(200, RssFeed.TYPE, RssFeed.of(channel), Optional.empty(), tags, headers);
            case "atom.xml" -> new Rendered(200, AtomFeed.TYPE, AtomFeed.of(channel), Optional.empty(), tags, headers);
            default -> new Rendered(200, JsonFeed.TYPE, JsonFeed.of(channel), Optional.empty(), tags, headers);
        };
    }

    /** Paths of stories that were taken back lately, for devices that keep pages. */
    private byte[] withdrawn() {
        Instant since = clock.instant().minus(KEPT_BY_DEVICES);
        return JsonFeed.paths(inPrint.takenBackSince(since, MOST_TAKEN_BACK).stream()
                .map(story -> story.address().path())
                .toList());
    }

    private Optional<Rendered> month(String path) {
        Matcher parts = MONTH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            int part = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
            return sitemaps.ofMonth(month.atDay(1), part).map(this::sitemap);
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    private Rendered sitemap(byte[] document) {
        return Rendered.open(200, Sitemaps.TYPE, document, Set.of(EVERYTHING_PRINTED, SECTIONS));
    }

    private static Rendered document(String type, byte[] bytes, Set<String> tags) {
        return Rendered.open(200, type, bytes, tags);
    }

    /** RFC 9309. What is for one reader, or is made anew for each question, is nothing for robots. */
    private byte[] robots() {
        return """
                User-agent: *
                Disallow: /account
                Disallow: /api/
                Disallow: /desk
                Disallow: /feedback
                Disallow: /gift/
                Disallow: /join
                Disallow: /search?
                Disallow: /sign-in

                Sitemap: %1$s/sitemap.xml
                Sitemap: %1$s/news-sitemap.xml
                """.formatted(settings.baseUrl()).getBytes(StandardCharsets.UTF_8);
    }
}
