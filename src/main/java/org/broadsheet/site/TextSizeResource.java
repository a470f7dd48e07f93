package org.broadsheet.site;

import java.net.URI;
import java.time.Duration;
import org.broadsheet.base.Settings;
import org.broadsheet.base.words.TextSize;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers how large a reader wants the text. Nothing to protect against forgery: it is a matter of comfort. */
@Controller
class TextSizeResource {
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Settings settings;

    TextSizeResource(Settings settings) {
        this.settings = settings;
    }

    @PostMapping("/text-size")
    ResponseEntity<Void> remember(
            @RequestParam(defaultValue = "") String size, @RequestParam(defaultValue = "/") String to) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(URI.create(ofThisPaper(to)));
        TextSize.ofWord(size).ifPresent(wanted -> answer.header(HttpHeaders.SET_COOKIE, cookie(wanted)));
        return answer.build();
    }

    /** Not HttpOnly: the page's own script sets it too, without a round trip. */
    private String cookie(TextSize size) {
        return ResponseCookie.from(TextSize.COOKIE, size.word())
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .secure("https".equals(settings.baseUrl().getScheme()))
                .build()
                .toString();
    }

    /** A path of this paper and nothing else; where it is not one, the front page. */
    private static String ofThisPaper(String to) {
        return to.matches("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?(?:\\?page=[0-9]{1,6})?") ? to : "/";
    }
}
