package org.broadsheet.site.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.search.Answer;
import org.broadsheet.search.Archive;
import org.broadsheet.search.Query;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /search?q=}, with {@code sort}, {@code page}, {@code section} and {@code as=typed}. */
@Controller
class SearchResource {
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;
    private static final int QUESTIONS = 60;

    private final Archive archive;
    private final SearchPages pages;
    private final Asking asking;
    private final Asker asker;
    private final RateLimit limit;

    SearchResource(Archive archive, SearchPages pages, Asking asking, Asker asker, InstantSource clock) {
        this.archive = archive;
        this.pages = pages;
        this.asking = asking;
        this.asker = asker;
        this.limit = new RateLimit(QUESTIONS, Duration.ofMinutes(1), clock);
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        Variant variant = asking.variant(request);
        Query query = new Query(
                q,
                "newest".equals(request.getParameter("sort")) ? Query.Order.NEWEST : Query.Order.BEST,
                "typed".equals(request.getParameter("as")) ? Query.Spelling.AS_TYPED : Query.Spelling.FORGIVEN,
                Optional.of(section).filter(slug -> !slug.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                number(page));
        if (!query.text().isEmpty() && !limit.allows(asker.of(request))) {
            return Asking.page(TOO_MANY, pages.refused(variant, "search.too-many"));
        }
        return switch (archive.search(query)) {
            case Answer.NothingAsked() -> Asking.page(200, pages.asking(variant, query));
            case Answer.TooLong() -> Asking.page(BUSY, pages.refused(variant, "search.too-long"));
            case Answer.Results results -> Asking.page(200, pages.found(variant, results));
        };
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}
