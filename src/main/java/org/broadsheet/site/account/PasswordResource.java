package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Passwords;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SignIns;
import org.broadsheet.site.account.page.Form;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Another password: {@code current} and {@code password}. Who has none yet has a link mailed: a browser left open is not enough
 * to give an account a password.
 */
@Controller
class PasswordResource {
    private static final String HERE = "/account/password";

    private final Passwords passwords;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Reception reception;

    PasswordResource(Passwords passwords, Accounts accounts, SignIns signIns, Reception reception) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.signIns = signIns;
        this.reception = reception;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return reception.forReader(
                request,
                HERE,
                known ->
                        hasPassword(known) ? Asking.page(200, page(request, Form.empty())) : Asking.onward("/account"));
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> change(HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> change(request, known));
    }

    @PostMapping("/account/password/link")
    ResponseEntity<byte[]> first(HttpServletRequest request) {
        return reception.fromReader(request, "/account", known -> {
            signIns.mailReset(known.email(), reception.network(request), reception.now());
            return Asking.onward("/account?done=password-sent");
        });
    }

    private ResponseEntity<byte[]> change(HttpServletRequest request, Known known) {
        return switch (passwords.change(
                known, Reception.field(request, "current"), Reception.field(request, "password"), reception.now())) {
            case Passwords.Changed.Done(Session session) -> {
                reception.log().note(SecurityLog.What.PASSWORD_CHANGED, known.id(), "by-password");
                yield Entrance.onward(
                        "/account?done=password", reception.entrance().going(session));
            }
            case Passwords.Changed.Weak(var why) ->
                wrong(request, "password", reception.pages().say(why));
            case Passwords.Changed.Wrong() ->
                wrong(request, "current", reception.pages().say("account-password.wrong"));
            case Passwords.Changed.Wait(Duration time) ->
                Reception.later(
                        time,
                        page(
                                request,
                                Form.empty()
                                        .wrong(
                                                "current",
                                                reception.pages().say("account.too-often", Reception.minutes(time)))));
        };
    }

    private boolean hasPassword(Known known) {
        return accounts.details(known.id(), reception.now())
                .filter(Accounts.Details::hasPassword)
                .isPresent();
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, String field, String words) {
        return Asking.page(Reception.REFUSED, page(request, Form.empty().wrong(field, words)));
    }

    private byte[] page(HttpServletRequest request, Form form) {
        return reception.pages().form("accountPassword", reception.variant(request), form, "");
    }
}
