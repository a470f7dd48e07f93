package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.broadsheet.gift.Devices.Device;
import org.broadsheet.gift.GiftToken;
import org.broadsheet.gift.Opened;
import org.broadsheet.gift.Openings;
import org.broadsheet.site.gifts.ClosedPage.Kind;
import org.broadsheet.site.request.Asking;
import org.broadsheet.story.Teaser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A gift's link. A person's browser gets the story's pass and is sent on to the story; a robot gets a card of it; who only
 * fetches ahead gets nothing, so that the browser asks again when somebody really comes. See docs/rationale/0020.
 */
@Controller
class OpenResource {
    private static final int NOT_NOW = 503;

    private final Openings openings;
    private final FriendPages pages;
    private final GiftCookies cookies;
    private final Asking asking;
    private final Guesses guesses;

    OpenResource(Openings openings, FriendPages pages, GiftCookies cookies, Asking asking, Guesses guesses) {
        this.openings = openings;
        this.pages = pages;
        this.cookies = cookies;
        this.asking = asking;
        this.guesses = guesses;
    }

    @GetMapping("/gift/{token}")
    ResponseEntity<byte[]> follow(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        tellNobody(response);
        Optional<GiftToken> known = GiftToken.of(token);
        if (known.isEmpty()) {
            return unknown(request);
        }
        if (request.getMethod().equals("HEAD")) {
            return look(request, known.get(), Showing.THE_WAY);
        }
        return switch (Follower.of(request)) {
            case PERSON -> open(request, known.get());
            case ROBOT -> look(request, known.get(), Showing.A_CARD);
            case PREFETCH -> ahead();
        };
    }

    /** The button of the card: whoever presses it is a person, whatever their browser calls itself. */
    @PostMapping("/gift/{token}")
    ResponseEntity<byte[]> press(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        tellNobody(response);
        return GiftToken.of(token).map(known -> open(request, known)).orElseGet(() -> unknown(request));
    }

    private enum Showing {
        THE_WAY,
        A_CARD
    }

    private ResponseEntity<byte[]> open(HttpServletRequest request, GiftToken token) {
        Device device = cookies.device(request).orElseGet(Device::fresh);
        Opened opened = openings.open(token, device, () -> guesses.admits(request), asking.now());
        if (!(opened instanceof Opened.Opens opens)) {
            return closed(request, opened);
        }
        HttpHeaders set = new HttpHeaders();
        cookies.opened(request, opens.pass(), device).forEach(cookie -> set.add(HttpHeaders.SET_COOKIE, cookie));
        ResponseEntity<byte[]> onward = Asking.onward(opens.story().path());
        set.addAll(onward.getHeaders());
        return ResponseEntity.status(onward.getStatusCode()).headers(set).build();
    }

    private ResponseEntity<byte[]> look(HttpServletRequest request, GiftToken token, Showing showing) {
        Opened opened = openings.look(token, asking.now());
        if (!(opened instanceof Opened.Opens opens)) {
            return closed(request, opened);
        }
        return switch (showing) {
            case THE_WAY -> Asking.onward(opens.story().path());
            case A_CARD -> Asking.page(200, pages.card(asking.variant(request), token, opens.story()));
        };
    }

    private ResponseEntity<byte[]> closed(HttpServletRequest request, Opened opened) {
        return switch (opened) {
            case Opened.Revoked(Teaser story) -> page(request, Kind.REVOKED, Optional.of(story), "");
            case Opened.Expired(Teaser story) -> page(request, Kind.EXPIRED, Optional.of(story), "");
            case Opened.Full(Teaser story) -> page(request, Kind.FULL, Optional.of(story), "");
            case Opened.Crowded(Teaser story) -> page(request, Kind.CROWDED, Optional.of(story), "");
            case Opened.StoryWithdrawn(String notice) -> page(request, Kind.WITHDRAWN, Optional.empty(), notice);
            case Opened.Unknown() -> unknown(request);
            case Opened.Opens opens -> throw new IllegalStateException("an open gift is not closed");
        };
    }

    private ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        Kind kind = guesses.allows(request) ? Kind.UNKNOWN : Kind.TOO_MANY;
        return page(request, kind, Optional.empty(), "");
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Kind kind, Optional<Teaser> story, String notice) {
        return Asking.page(kind.status(), pages.closed(asking.variant(request), kind, story, notice));
    }

    /** No success: what was fetched ahead and succeeded would be used later in the place of a real visit. */
    private static ResponseEntity<byte[]> ahead() {
        return ResponseEntity.status(NOT_NOW)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The address is a key: it must not reach the next site, an index or a cache. */
    static void tellNobody(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }
}
