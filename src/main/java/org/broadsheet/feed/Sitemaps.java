package org.broadsheet.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/**
 * Sitemaps (sitemaps.org, protocol 0.9): an index, one part for the paper's fixed pages, one or more for each month. A
 * month's part stays the same when its month is over, so that crawlers read the past once.
 */
@Component
class Sitemaps {
    static final String TYPE = "application/xml; charset=utf-8";

    /** Addresses of one part; the protocol's limit. */
    private static final int PART = 50_000;

    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    /** What counts as news there, and how much of it is taken. */
    private static final Duration NEWS_FOR = Duration.ofDays(2);

    private static final int MOST_NEWS = 1_000;

    private final InPrint inPrint;
    private final Settings settings;

    Sitemaps(InPrint inPrint, Settings settings) {
        this.inPrint = inPrint;
        this.settings = settings;
    }

    byte[] index() {
        Xml xml = new Xml().open("sitemapindex", "xmlns", PROTOCOL);
        List<InPrint.Month> months = inPrint.months();
        sitemap(xml, "/sitemap-paper.xml", newest(months));
        for (InPrint.Month month : months) {
            long parts = (month.stories() + PART - 1) / PART;
            for (int part = 1; part <= parts; part++) {
                String number = part == 1 ? "" : "-" + part;
                sitemap(
                        xml,
                        "/sitemap-" + YearMonth.from(month.first()) + number + ".xml",
                        Optional.of(month.updated()));
            }
        }
        return xml.bytes();
    }

    /** The front page and the sections. */
    byte[] ofPaper() {
        Xml xml = new Xml().open("urlset", "xmlns", PROTOCOL);
        page(xml, "/", newest(inPrint.months()));
        for (Section section : inPrint.sections()) {
            page(xml, "/" + section.slug(), Optional.empty());
        }
        return xml.bytes();
    }

    /** @return nothing where the month has no such part */
    Optional<byte[]> ofMonth(LocalDate first, int part) {
        List<InPrint.Place> places = inPrint.places(first, PART, (part - 1) * PART);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Xml xml = new Xml().open("urlset", "xmlns", PROTOCOL);
        places.forEach(place -> page(xml, place.address().path(), Optional.of(place.updated())));
        return Optional.of(xml.bytes());
    }

    /** Google's news sitemap: the last two days. */
    byte[] ofNews(Instant now) {
        Xml xml = new Xml().open("urlset", "xmlns", PROTOCOL, "xmlns:news", NEWS);
        for (Teaser teaser : inPrint.since(now.minus(NEWS_FOR), MOST_NEWS)) {
            xml.open("url")
                    .leaf("loc", settings.baseUrl() + teaser.path())
                    .leaf("lastmod", date(teaser.updated()))
                    .open("news:news")
                    .open("news:publication")
                    .leaf("news:name", settings.paper().name())
                    .leaf("news:language", teaser.language().primary())
                    .close()
                    .leaf("news:publication_date", date(teaser.published()))
                    .leaf("news:title", teaser.headline())
                    .close()
                    .close();
        }
        return xml.bytes();
    }

    private void sitemap(Xml xml, String path, Optional<Instant> updated) {
        entry(xml, "sitemap", path, updated);
    }

    private void page(Xml xml, String path, Optional<Instant> updated) {
        entry(xml, "url", path, updated);
    }

    private void entry(Xml xml, String element, String path, Optional<Instant> updated) {
        xml.open(element).leaf("loc", settings.baseUrl() + path);
        updated.ifPresent(instant -> xml.leaf("lastmod", date(instant)));
        xml.close();
    }

    private String date(Instant instant) {
        return AtomFeed.date(instant, settings.zone());
    }

    private static Optional<Instant> newest(List<InPrint.Month> months) {
        return months.stream().map(InPrint.Month::updated).max(Comparator.naturalOrder());
    }
}
