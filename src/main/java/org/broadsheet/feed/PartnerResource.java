package org.broadsheet.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The paper's own stories for partners: GET {@code /syndication/newsml}, {@code /ninjs} or {@code /rss} with the token as a
 * bearer token (RFC 6750) or as the password of basic authentication (RFC 7617). The {@code Link} header of an answer says
 * where the next question goes on. 400 for an address that no answer gave, 401 for a wrong token, 429 after many of those.
 */
@Controller
class PartnerResource {
    private static final int WRONG_A_MINUTE = 60;
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Partners partners;
    private final Dispatches dispatches;
    private final PartnerFormats formats;
    private final InstantSource clock;
    private final String base;
    private final Asker asker;
    private final RateLimit wrong;

    PartnerResource(
            Partners partners, Dispatches dispatches, PartnerFormats formats, InstantSource clock, Settings settings) {
        this.partners = partners;
        this.dispatches = dispatches;
        this.formats = formats;
        this.clock = clock;
        this.base = settings.baseUrl().toString();
        this.asker = new Asker(settings);
        this.wrong = new RateLimit(WRONG_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @GetMapping("/syndication/newsml")
    ResponseEntity<byte[]> newsml(@RequestParam Optional<String> after, HttpServletRequest request) {
        return answer(request, after, PartnerFormats.NEWSML, formats::newsml);
    }

    @GetMapping("/syndication/ninjs")
    ResponseEntity<byte[]> ninjs(@RequestParam Optional<String> after, HttpServletRequest request) {
        return answer(request, after, PartnerFormats.NINJS, formats::ninjs);
    }

    @GetMapping("/syndication/rss")
    ResponseEntity<byte[]> rss(@RequestParam Optional<String> after, HttpServletRequest request) {
        return answer(request, after, RssFeed.TYPE, formats::rss);
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, Optional<String> after, String type, Function<Dispatch, byte[]> format) {
        Instant now = clock.instant();
        Optional<Partner> partner =
                token(request.getHeader("Authorization")).flatMap(shown -> partners.asks(shown, now));
        if (partner.isEmpty()) {
            return notAllowed(request);
        }
        Optional<Keyset> from = after.flatMap(Keyset::of);
        if (after.isPresent() && from.isEmpty()) {
            String wrong = "after is \"" + after.get() + "\"; expected what the Link header of an answer says";
            return says(ResponseEntity.status(400), wrong);
        }
        Dispatch dispatch = dispatches.dispatch(partner.get(), from, now);
        byte[] document = format.apply(dispatch);
        String next =
                base + request.getRequestURI() + "?after=" + dispatch.next().text();
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Cache-Control", "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .header("Link", "<" + next + ">; rel=\"next\"")
                .eTag(DigestUtils.md5DigestAsHex(document))
                .body(document);
    }

    private ResponseEntity<byte[]> notAllowed(HttpServletRequest request) {
        if (!wrong.allows(asker.of(request))) {
            return says(ResponseEntity.status(429), "too many wrong tokens from this address; come again in a minute");
        }
        return says(
                ResponseEntity.status(401).header("WWW-Authenticate", "Basic realm=\"syndication\", Bearer"),
                "no partner has this token; 'broadsheet partner add NAME' makes one");
    }

    private static ResponseEntity<byte[]> says(ResponseEntity.BodyBuilder answer, String why) {
        return answer.header("Content-Type", "text/plain; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .body((why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> token(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String said = new String(pair, StandardCharsets.UTF_8);
            return Optional.of(said.substring(said.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
