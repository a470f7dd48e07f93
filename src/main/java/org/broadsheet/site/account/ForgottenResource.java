package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Passwords;
import org.broadsheet.reader.Passwords.OtherWays;
import org.broadsheet.reader.SignIns;
import org.broadsheet.site.account.page.Form;
import org.broadsheet.site.account.page.PressPage;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A forgotten password, or a first one: {@code email} has a link mailed, where {@code password} is chosen, and with {@code
 * others=go} other ways into the account go.
 */
@Controller
class ForgottenResource {
    private static final String LINK = "/forgotten/";

    private final SignIns signIns;
    private final Passwords passwords;
    private final Reception reception;

    ForgottenResource(SignIns signIns, Passwords passwords, Reception reception) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.reception = reception;
    }

    @GetMapping("/forgotten")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return Asking.page(200, page(request, Form.empty()));
    }

    @PostMapping("/forgotten")
    ResponseEntity<byte[]> send(HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Form form = Form.of(Reception.typed(request, "email"));
        return switch (Evenly.answered(
                () -> signIns.mailReset(form.value("email"), reception.network(request), reception.now()))) {
            case SignIns.Mailed.Sent() -> Asking.onward("/forgotten/sent");
            case SignIns.Mailed.BadAddress() ->
                Asking.page(Reception.REFUSED, page(request, form.wrong("email", say("account.bad-address"))));
            case SignIns.Mailed.Wait(Duration time) ->
                Reception.later(
                        time, page(request, form.wrong("email", say("account.too-often", Reception.minutes(time)))));
        };
    }

    @GetMapping("/forgotten/sent")
    ResponseEntity<byte[]> sent(HttpServletRequest request) {
        return Asking.page(200, reception.pages().sent(reception.variant(request), "forgotten.sent.", "/sign-in"));
    }

    @GetMapping(LINK + "{token}")
    ResponseEntity<byte[]> look(@PathVariable String token, HttpServletRequest request) {
        return choosing(200, request, token, Form.empty());
    }

    @PostMapping(LINK + "{token}")
    ResponseEntity<byte[]> reset(@PathVariable String token, HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        return switch (passwords.reset(token, Reception.field(request, "password"), others(request), reception.now())) {
            case Passwords.Reset.Done(var reader) -> {
                reception.log().note(SecurityLog.What.PASSWORD_CHANGED, reader, "by-link");
                yield reception.entrance().enter(request, reader, Entrance.Proof.LINK, "/account?done=password");
            }
            case Passwords.Reset.Weak(var why) ->
                choosing(
                        Reception.REFUSED,
                        request,
                        token,
                        Form.of(Map.of("others", others(request) == OtherWays.GO ? "yes" : "no"))
                                .wrong("password", reception.pages().say(why)));
            case Passwords.Reset.Gone() -> gone(request);
        };
    }

    /** Only what the box says: who was not asked keeps what there is. */
    private static OtherWays others(HttpServletRequest request) {
        return Reception.field(request, "others").equals("go") ? OtherWays.GO : OtherWays.STAY;
    }

    private ResponseEntity<byte[]> choosing(int status, HttpServletRequest request, String token, Form form) {
        Optional<Email> whose = passwords.look(token, reception.now());
        PressPage.Asks asks = passwords.hasOtherWays(token, reception.now())
                ? PressPage.Asks.NEW_PASSWORD_AND_OTHER_WAYS
                : PressPage.Asks.NEW_PASSWORD;
        return whose.map(email -> new AccountPages.Press("forgotten.choose.", email.masked(), LINK + token, asks, form))
                .map(press -> Asking.page(status, reception.pages().press(reception.variant(request), press)))
                .orElseGet(() -> gone(request));
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return Asking.page(410, reception.pages().sent(reception.variant(request), "link.gone.", "/forgotten"));
    }

    private byte[] page(HttpServletRequest request, Form form) {
        return reception.pages().form("forgotten", reception.variant(request), form, "");
    }

    private String say(String key, Object... facts) {
        return reception.pages().say(key, facts);
    }
}
