package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.base.http.Onward;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SignIns;
import org.broadsheet.site.account.page.Form;
import org.broadsheet.site.account.page.PressPage;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing in by {@code email} and {@code password}, or by a link that is mailed to {@code email}; signing out. {@code to} says
 * where to go then. Forms of others' pages do nothing: nobody is to be signed in as somebody else without noticing.
 */
@Controller
class SignInResource {
    private static final String LINK = "/sign-in/link/";

    private final SignIns signIns;
    private final Reception reception;

    SignInResource(SignIns signIns, Reception reception) {
        this.signIns = signIns;
        this.reception = reception;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        return reception.asking().known(request).isPresent()
                ? Asking.onward(Onward.to(to))
                : Asking.page(200, page(request, Form.empty(), to));
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> signIn(HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Form form = Form.of(Reception.typed(request, "email"));
        String to = to(request);
        return switch (signIns.byPassword(
                form.value("email"), Reception.field(request, "password"), reception.from(request), reception.now())) {
            case SignIns.Tried.Proven(ReaderId reader) ->
                reception.entrance().enter(request, reader, Entrance.Proof.PASSWORD, to);
            case SignIns.Tried.Wrong() -> {
                reception.log().refused("password", form.value("email"));
                yield Asking.page(Reception.REFUSED, page(request, form.wrong("password", say("sign-in.wrong")), to));
            }
            case SignIns.Tried.Wait(Duration time) ->
                Reception.later(
                        time, page(request, form.wrong("password", say("sign-in.wait", Reception.minutes(time))), to));
        };
    }

    @PostMapping("/sign-in/link")
    ResponseEntity<byte[]> askLink(HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Form form = Form.of(Reception.typed(request, "email"));
        return switch (Evenly.answered(() -> signIns.mailLink(
                form.value("email"), reception.network(request), landing(to(request)), reception.now()))) {
            case SignIns.Mailed.Sent() -> Asking.onward("/sign-in/sent");
            case SignIns.Mailed.BadAddress() ->
                Asking.page(
                        Reception.REFUSED, page(request, form.wrong("email", say("account.bad-address")), to(request)));
            case SignIns.Mailed.Wait(Duration time) ->
                Reception.later(
                        time,
                        page(
                                request,
                                form.wrong("email", say("account.too-often", Reception.minutes(time))),
                                to(request)));
        };
    }

    @GetMapping("/sign-in/sent")
    ResponseEntity<byte[]> sent(HttpServletRequest request) {
        return Asking.page(200, reception.pages().sent(reception.variant(request), "sign-in.sent.", "/sign-in"));
    }

    @GetMapping(LINK + "{token}")
    ResponseEntity<byte[]> look(@PathVariable String token, HttpServletRequest request) {
        return signIns.look(token, reception.now())
                .map(email -> new AccountPages.Press(
                        "sign-in.link.", email.masked(), LINK + token, PressPage.Asks.NOTHING, Form.empty()))
                .map(press -> Asking.page(200, reception.pages().press(reception.variant(request), press)))
                .orElseGet(() -> gone(request));
    }

    @PostMapping(LINK + "{token}")
    ResponseEntity<byte[]> byLink(@PathVariable String token, HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Optional<ReaderId> reader = signIns.byLink(token, reception.now());
        return reader.map(proven ->
                        reception.entrance().enter(request, proven, Entrance.Proof.LINK, signIns.onward(token)))
                .orElseGet(() -> {
                    reception.log().refused("link", "");
                    return gone(request);
                });
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        return reception.asking().sentFromHere(request)
                ? reception.entrance().leave(request, to(request))
                : reception.elsewhere(request);
    }

    /** Who was going nowhere sees their account. */
    private static String landing(String to) {
        String onward = Onward.to(to);
        return onward.equals("/") ? "/account" : onward;
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return Asking.page(410, reception.pages().sent(reception.variant(request), "link.gone.", "/sign-in"));
    }

    private byte[] page(HttpServletRequest request, Form form, String to) {
        return reception.pages().form("signIn", reception.variant(request), form, to);
    }

    private static String to(HttpServletRequest request) {
        return Reception.field(request, "to");
    }

    private String say(String key, Object... facts) {
        return reception.pages().say(key, facts);
    }
}
