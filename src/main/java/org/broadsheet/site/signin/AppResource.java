package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.reader.second.Setup;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** An authenticator app set up, recovery codes shown once, both taken away. */
@Controller
class AppResource {
    private static final String PATH = SecurityResource.PATH + "/app";
    private static final String CODES = SecurityResource.PATH + "/codes";
    private static final Duration SHOWN = Duration.ofMinutes(10);
    private static final int REFUSED = 422;

    private final Doorway doorway;
    private final SafetyPages pages;
    private final Asking asking;
    private final SecondFactors second;
    private final Shown shown;

    /** What is shown once, on its way to the page that shows it. */
    @Component
    record Shown(PaperCookies cookies, Settings settings, Notices notices) {
        Sealer sealer() {
            return new Sealer(settings, "recovery codes");
        }
    }

    AppResource(Doorway doorway, SafetyPages pages, Asking asking, SecondFactors second, Shown shown) {
        this.doorway = doorway;
        this.pages = pages;
        this.asking = asking;
        this.second = second;
        this.shown = shown;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return doorway.enrolling(request, PATH, known -> {
            if (second.asked(known.id())) {
                return Asking.onward(SecurityResource.PATH);
            }
            Setup setup = second.begin(known.id(), known.email(), asking.now());
            return Asking.page(200, page(request, setup, Optional.empty()));
        });
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> setUp(HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return doorway.elsewhere(request);
        }
        return doorway.enrolling(
                request,
                PATH,
                known -> shown.notices().together(() -> {
                    String sealed = Doorway.field(request, "setup");
                    Optional<Setup> setup = second.again(known.id(), sealed, known.email(), asking.now());
                    if (setup.isEmpty() || second.asked(known.id())) {
                        return Asking.onward(PATH);
                    }
                    return second.finish(
                                    known.id(), known.device(), sealed, Doorway.field(request, "code"), asking.now())
                            .map(codes -> show(known, codes, Notices.Kind.APP_SET_UP))
                            .orElseGet(() -> Asking.page(
                                    REFUSED,
                                    page(
                                            request,
                                            setup.get(),
                                            Optional.of(pages.texts().say("authenticator.wrong")))));
                }));
    }

    @PostMapping(PATH + "/removal")
    ResponseEntity<byte[]> remove(HttpServletRequest request) {
        return doorway.actFreshly(
                request,
                SecurityResource.PATH,
                known -> shown.notices().together(() -> {
                    if (second.remove(known.id())) {
                        shown.notices().tell(known, Notices.Kind.APP_REMOVED, asking.now());
                    }
                    return Asking.onward(SecurityResource.PATH + "?done=app-removed");
                }));
    }

    @PostMapping(CODES)
    ResponseEntity<byte[]> renew(HttpServletRequest request) {
        return doorway.actFreshly(
                request,
                SecurityResource.PATH,
                known -> shown.notices()
                        .together(() -> second.asked(known.id())
                                ? show(known, second.renew(known.id(), asking.now()), Notices.Kind.CODES_RENEWED)
                                : Asking.onward(SecurityResource.PATH)));
    }

    @GetMapping(CODES)
    ResponseEntity<byte[]> codes(HttpServletRequest request) {
        return doorway.signedIn(
                request,
                known -> carried(request, known)
                        .map(codes -> once(pages.render(
                                "securityCodes",
                                new CodesPage(pages.frame(asking.variant(request), "codes.title", CODES), codes))))
                        .orElseGet(() -> Asking.onward(SecurityResource.PATH)));
    }

    /** Whoever comes to this browser later finds them neither on the page nor among its cookies. */
    private ResponseEntity<byte[]> once(byte[] page) {
        ResponseEntity<byte[]> answer = Asking.page(200, page);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.SET_COOKIE, shown.cookies().clear(SecondFactors.CODES_COOKIE))
                .body(page);
    }

    private ResponseEntity<byte[]> show(Known known, List<String> codes, Notices.Kind kind) {
        shown.notices().tell(known, kind, asking.now());
        String text = known.id() + "." + asking.now().plus(SHOWN).getEpochSecond() + "." + String.join(" ", codes);
        String sealed = shown.sealer().seal(text.getBytes(StandardCharsets.US_ASCII));
        return Doorway.onward(CODES, shown.cookies().set(SecondFactors.CODES_COOKIE, sealed, SHOWN));
    }

    private Optional<List<String>> carried(HttpServletRequest request, Known known) {
        return asking.cookie(request, SecondFactors.CODES_COOKIE)
                .flatMap(shown.sealer()::open)
                .map(text -> new String(text, StandardCharsets.US_ASCII).split("\\.", 3))
                .filter(parts -> parts[0].equals(known.id().toString()))
                .filter(parts -> asking.now().getEpochSecond() < Long.parseLong(parts[1]))
                .map(parts -> List.of(parts[2].split(" ")));
    }

    private byte[] page(HttpServletRequest request, Setup setup, Optional<String> problem) {
        return pages.render(
                "securityApp",
                new AppPage(pages.frame(asking.variant(request), "authenticator.title", PATH), setup, problem));
    }
}
