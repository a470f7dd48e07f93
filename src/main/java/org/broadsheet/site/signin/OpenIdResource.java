package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.Onward;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.oidc.Arrived;
import org.broadsheet.reader.oidc.Newcomer;
import org.broadsheet.reader.oidc.Newcomers;
import org.broadsheet.reader.oidc.OpenId;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** To the provider and back, for signing in and for linking. */
@Controller
class OpenIdResource {
    private static final Duration CARRIED = Duration.ofMinutes(15);
    private static final int PER_MINUTE = 20;
    private static final int NOT_THERE = 404;
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;
    private static final int UNREACHABLE = 502;

    private final OpenId openid;
    private final Entrance entrance;
    private final Asking asking;
    private final Doorway doorway;
    private final Sending sending;

    /** What it takes to send somebody there. */
    @Component
    static class Sending {
        private final SafetyPages pages;
        private final PaperCookies cookies;
        private final Notices notices;
        private final SecurityLog log;
        private final Newcomers newcomers;
        private final Departures departures;

        Sending(
                SafetyPages pages,
                PaperCookies cookies,
                PasskeyResource.Telling telling,
                Newcomers newcomers,
                Departures departures) {
            this.pages = pages;
            this.cookies = cookies;
            this.notices = telling.notices();
            this.log = telling.log();
            this.newcomers = newcomers;
            this.departures = departures;
        }
    }

    /** How often one address may be sent there. */
    @Component
    static class Departures {
        private final Asker asker;
        private final RateLimit limit;

        Departures(Asker asker, InstantSource clock) {
            this.asker = asker;
            this.limit = new RateLimit(PER_MINUTE, Duration.ofMinutes(1), clock);
        }

        boolean allow(HttpServletRequest request) {
            return limit.allows(asker.of(request));
        }
    }

    OpenIdResource(OpenId openid, Entrance entrance, Asking asking, Doorway doorway, Sending sending) {
        this.openid = openid;
        this.entrance = entrance;
        this.asking = asking;
        this.doorway = doorway;
        this.sending = sending;
    }

    /** A link and no form: pages of this paper send forms to itself alone, redirects included. */
    @GetMapping("/sign-in/oidc")
    ResponseEntity<byte[]> depart(HttpServletRequest request) {
        return sent(request, Onward.to(Doorway.field(request, "to")), Optional.empty());
    }

    /** As somebody signed in, so that the account there is linked to the one here; by a link of our own pages only. */
    @GetMapping("/account/security/openid")
    ResponseEntity<byte[]> link(HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return Asking.onward(SecurityResource.PATH);
        }
        return doorway.freshly(
                request,
                "/account/security/openid",
                known -> sent(request, SecurityResource.PATH, Optional.of(known.id())));
    }

    private ResponseEntity<byte[]> sent(HttpServletRequest request, String to, Optional<ReaderId> reader) {
        if (!sending.departures.allow(request)) {
            return page(request, TOO_MANY, OpenIdPage.Kind.FAILED, "");
        }
        if (openid.name().isEmpty()) {
            return page(request, NOT_THERE, OpenIdPage.Kind.FAILED, "");
        }
        return openid.depart(to, reader, asking.now())
                .map(way -> Doorway.onward(
                        way.address().toString(), sending.cookies.set(OpenId.COOKIE, way.cookie(), CARRIED)))
                .orElseGet(() -> page(request, UNREACHABLE, OpenIdPage.Kind.FAILED, ""));
    }

    @GetMapping(OpenId.BACK)
    ResponseEntity<byte[]> arrive(HttpServletRequest request) {
        OpenId.Return back = back(request);
        boolean stranger = openid.linking(back, asking.now())
                .filter(reader -> asking.known(request)
                        .map(Known::id)
                        .filter(reader::equals)
                        .isEmpty())
                .isPresent();
        Arrived arrived = stranger ? new Arrived.Abandoned() : openid.arrive(back, asking.now());
        ResponseEntity<byte[]> answer = answer(request, arrived);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.SET_COOKIE, sending.cookies.clear(OpenId.COOKIE))
                .header("Referrer-Policy", "no-referrer")
                .body(answer.getBody());
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Arrived arrived) {
        return switch (arrived) {
            case Arrived.Recognised(ReaderId reader, String to) ->
                entrance.enter(request, reader, Entrance.Proof.PROVIDER, to);
            case Arrived.Linked(ReaderId reader) -> linked(request, reader);
            case Arrived.LinkedElsewhere _ -> page(request, REFUSED, OpenIdPage.Kind.LINKED_ELSEWHERE, "");
            case Arrived.SignInFirst(String email) -> page(request, REFUSED, OpenIdPage.Kind.SIGN_IN_FIRST, email);
            case Arrived.Stranger(Newcomer who) -> newcomer(who);
            case Arrived.Unverified(String email) -> page(request, REFUSED, OpenIdPage.Kind.UNVERIFIED, email);
            case Arrived.NoAddress _ -> page(request, REFUSED, OpenIdPage.Kind.NO_ADDRESS, "");
            case Arrived.Abandoned _ -> page(request, REFUSED, OpenIdPage.Kind.ABANDONED, "");
            case Arrived.Failed _ -> {
                sending.log.refused("provider", "");
                yield page(request, REFUSED, OpenIdPage.Kind.FAILED, "");
            }
        };
    }

    /** To a page of its own, so that the address with the provider's code does not stay in the browser's bar. */
    private ResponseEntity<byte[]> newcomer(Newcomer who) {
        return Doorway.onward(
                NewcomerResource.PATH,
                sending.cookies.set(Newcomers.COOKIE, sending.newcomers.cookie(who), Newcomers.LIFE));
    }

    private ResponseEntity<byte[]> linked(HttpServletRequest request, ReaderId reader) {
        asking.known(request)
                .filter(known -> known.id().equals(reader))
                .ifPresent(known -> sending.notices.tell(known, Notices.Kind.PROVIDER_LINKED, asking.now()));
        return Asking.onward(SecurityResource.PATH + "?done=provider-linked");
    }

    @PostMapping("/account/security/openid/removal")
    ResponseEntity<byte[]> unlink(HttpServletRequest request) {
        return doorway.actFreshly(
                request,
                SecurityResource.PATH,
                known -> sending.notices.together(() -> {
                    if (openid.unlink(known.id())) {
                        sending.notices.tell(known, Notices.Kind.PROVIDER_UNLINKED, asking.now());
                    }
                    return Asking.onward(SecurityResource.PATH + "?done=provider-unlinked");
                }));
    }

    private OpenId.Return back(HttpServletRequest request) {
        return new OpenId.Return(
                asking.cookie(request, OpenId.COOKIE).orElse(""),
                Doorway.field(request, "state"),
                Doorway.field(request, "code"),
                Doorway.field(request, "iss"));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, int status, OpenIdPage.Kind kind, String email) {
        OpenIdPage page = new OpenIdPage(
                sending.pages.frame(asking.variant(request), "openid.title", "/sign-in/oidc"),
                kind,
                openid.name().orElseGet(() -> sending.pages.texts().say("openid.nameless")),
                email);
        return Asking.page(status, sending.pages.render("securityOpenid", page));
    }
}
