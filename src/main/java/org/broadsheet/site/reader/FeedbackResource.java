package org.broadsheet.site.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.FromHere;
import org.broadsheet.feedback.Letter;
import org.broadsheet.feedback.Opinion;
import org.broadsheet.feedback.Opinions;
import org.broadsheet.feedback.Received;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The opinion form: {@code opinion}, {@code about} (the path of a story), optional {@code name} and {@code email}, and
 * {@code website} for robots. What is kept is answered with a redirect (303) to a page of thanks.
 */
@Controller
class FeedbackResource {
    private static final int REFUSED = 422;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private final Opinions opinions;
    private final FeedbackPages pages;
    private final Asking asking;
    private final Asker asker;
    private final InstantSource clock;

    FeedbackResource(Opinions opinions, FeedbackPages pages, Asking asking, Asker asker, InstantSource clock) {
        this.opinions = opinions;
        this.pages = pages;
        this.asking = asking;
        this.asker = asker;
        this.clock = clock;
    }

    @GetMapping("/feedback")
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "") String about, HttpServletRequest request) {
        return Asking.page(200, pages.asking(asking.variant(request), about));
    }

    @GetMapping("/feedback/thanks")
    ResponseEntity<byte[]> thank(@RequestParam(defaultValue = "") String about, HttpServletRequest request) {
        return Asking.page(200, pages.thanks(asking.variant(request), about));
    }

    @PostMapping("/feedback")
    ResponseEntity<byte[]> receive(HttpServletRequest request) {
        String sender = asker.of(request).getHostAddress();
        Letter letter = new Letter(
                field(request, "about"),
                field(request, "opinion"),
                field(request, "name"),
                field(request, "email"),
                field(request, "website"),
                sender);
        if (!FromHere.is(request, pages.address())) {
            return refused(request, letter, FORBIDDEN, "feedback.elsewhere");
        }
        return switch (opinions.receive(letter, clock.instant())) {
            case Received.Kept() -> thanks(letter.about());
            case Received.TooShort(int length) ->
                refused(request, letter, REFUSED, "feedback.too-short", length, Opinion.SHORTEST);
            case Received.TooLong(int length) ->
                refused(request, letter, REFUSED, "feedback.too-long", length, Opinion.LONGEST);
            case Received.NoSuchStory() -> refused(request, letter, REFUSED, "feedback.no-story");
            case Received.TooMany() -> refused(request, letter, TOO_MANY, "feedback.too-many");
            case Received.FromRobot() -> refused(request, letter, REFUSED, "feedback.robot");
        };
    }

    private static ResponseEntity<byte[]> thanks(String about) {
        String query = about.isEmpty() ? "" : "?about=" + URLEncoder.encode(about, StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/feedback/thanks" + query))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Letter letter, int status, String key, Object... facts) {
        return Asking.page(status, pages.refused(asking.variant(request), letter, key, facts));
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
