package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.gift.Devices.Device;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.Opened.Greeting;
import org.broadsheet.gift.Openings;
import org.broadsheet.site.request.Asking;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What a friend's page asks for, each by the story's number and by the pass in the browser's cookie. */
@Controller
class FriendResource {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Openings openings;
    private final InPrint inPrint;
    private final FriendPages pages;
    private final GiftCookies cookies;
    private final Asking asking;

    FriendResource(Openings openings, InPrint inPrint, FriendPages pages, GiftCookies cookies, Asking asking) {
        this.openings = openings;
        this.inPrint = inPrint;
        this.pages = pages;
        this.cookies = cookies;
        this.asking = asking;
    }

    /** Sent by a page that stands on a screen (gift.js). Says nothing back, so that nothing can be learned by it. */
    @PostMapping("/gift/opened")
    ResponseEntity<Void> seen(@RequestParam(defaultValue = "") String story, HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return ResponseEntity.status(FORBIDDEN).build();
        }
        Optional<GiftPass> pass = pass(request, story);
        Optional<Device> device = cookies.device(request);
        if (pass.isPresent() && device.isPresent()) {
            openings.seen(pass.get().gift(), device.get(), asking.now());
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GetMapping("/gift/from")
    ResponseEntity<byte[]> from(@RequestParam(defaultValue = "") String story, HttpServletRequest request) {
        Optional<Greeting> greeting = greeting(request, story);
        Optional<Teaser> teaser = StoryNumber.of(story)
                .flatMap(id -> inPrint.teasers(List.of(id)).stream().findFirst());
        if (greeting.isEmpty() || teaser.isEmpty()) {
            ClosedPage.Kind kind = ClosedPage.Kind.NOT_HERE;
            return Asking.page(kind.status(), pages.closed(asking.variant(request), kind, teaser, ""));
        }
        return Asking.page(200, pages.greeting(asking.variant(request), teaser.get(), greeting.get()));
    }

    /** The same for the page's script: {@code said}, a sentence, and {@code note}, which may be empty. */
    @GetMapping("/gift/greeting")
    ResponseEntity<byte[]> greeting(@RequestParam(defaultValue = "") String story, HttpServletRequest request) {
        Optional<Greeting> greeting = greeting(request, story);
        Map<String, String> json = greeting.map(has -> Map.of("said", pages.said(has), "note", has.note()))
                .orElse(Map.of());
        return ResponseEntity.status(greeting.isPresent() ? 200 : NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(JSON.writeValueAsBytes(json));
    }

    private Optional<Greeting> greeting(HttpServletRequest request, String story) {
        return pass(request, story).flatMap(pass -> openings.greeting(pass.gift()));
    }

    private Optional<GiftPass> pass(HttpServletRequest request, String story) {
        Optional<StoryId> id = StoryNumber.of(story);
        return id.flatMap(number -> cookies.opening(request, number));
    }
}
