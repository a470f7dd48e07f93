package org.broadsheet.feed;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two days end by themselves, without anything being printed: this document is made when it is asked for. */
@RestController
class NewsSitemapResource {
    private final Sitemaps sitemaps;
    private final InstantSource clock;

    NewsSitemapResource(Sitemaps sitemaps, InstantSource clock) {
        this.sitemaps = sitemaps;
        this.clock = clock;
    }

    /** Spring answers {@code If-None-Match} from the tag. */
    @GetMapping("/news-sitemap.xml")
    ResponseEntity<byte[]> news() {
        byte[] document = sitemaps.ofNews(clock.instant());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Sitemaps.TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(DigestUtils.md5DigestAsHex(document))
                .body(document);
    }
}
