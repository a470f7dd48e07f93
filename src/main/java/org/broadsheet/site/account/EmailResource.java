package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Addresses;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Passwords;
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

/** Another address: {@code email}, and {@code current}, the password, where there is one; then a yes from both mailboxes. */
@Controller
class EmailResource {
    private static final String HERE = "/account/email";

    private final Addresses addresses;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Reception reception;

    EmailResource(Addresses addresses, Passwords passwords, Accounts accounts, Reception reception) {
        this.addresses = addresses;
        this.passwords = passwords;
        this.accounts = accounts;
        this.reception = reception;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return reception.forReader(request, HERE, known -> Asking.page(200, page(request, known, Form.empty())));
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> change(HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> {
            Form form = Form.of(Reception.typed(request, "email"));
            if (!hasPassword(known)) {
                return mailed(request, known, form);
            }
            return switch (passwords.check(known.id(), Reception.field(request, "current"), reception.now())) {
                case Passwords.Checked.Right() -> mailed(request, known, form);
                case Passwords.Checked.Wrong() ->
                    wrong(request, known, form.wrong("current", say("account-password.wrong")));
                case Passwords.Checked.Wait(Duration time) ->
                    Reception.later(
                            time,
                            page(
                                    request,
                                    known,
                                    form.wrong("current", say("account.too-often", Reception.minutes(time)))));
            };
        });
    }

    private ResponseEntity<byte[]> mailed(HttpServletRequest request, Known known, Form form) {
        return switch (Evenly.answered(() -> addresses.ask(known, form.value("email"), reception.now()))) {
            case MAILED -> Asking.onward("/account?done=email");
            case BAD_ADDRESS -> wrong(request, known, form.wrong("email", say("account.bad-address")));
            case SAME -> wrong(request, known, form.wrong("email", say("account-email.same")));
            case TOO_OFTEN ->
                Reception.later(
                        Duration.ofMinutes(5),
                        page(request, known, form.wrong("email", say("account-email.too-often"))));
        };
    }

    @GetMapping("/account/email/{side:old|new}/{token}")
    ResponseEntity<byte[]> look(@PathVariable String side, @PathVariable String token, HttpServletRequest request) {
        return addresses
                .look(token, side(side), reception.now())
                .map(email -> new AccountPages.Press(
                        "account-email." + side + ".",
                        email.address(),
                        HERE + "/" + side + "/" + token,
                        PressPage.Asks.NOTHING,
                        Form.empty()))
                .map(press -> Asking.page(200, reception.pages().press(reception.variant(request), press)))
                .orElseGet(() -> gone(request));
    }

    @PostMapping("/account/email/{side:old|new}/{token}")
    ResponseEntity<byte[]> yes(@PathVariable String side, @PathVariable String token, HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Optional<Known> asker = reception.asking().known(request);
        return switch (addresses.yes(token, side(side), asker, reception.now())) {
            case Addresses.Said.Half() -> Asking.onward("/account/email/half");
            case Addresses.Said.Moved(var reader, var session) -> {
                reception.log().note(SecurityLog.What.ADDRESS_CHANGED, reader, "by-both-mailboxes");
                yield session.map(here -> Entrance.onward(
                                "/account/email/moved", reception.entrance().going(here)))
                        .orElseGet(() -> Asking.onward("/account/email/moved"));
            }
            case Addresses.Said.Gone() -> gone(request);
        };
    }

    @GetMapping("/account/email/{what:half|moved}")
    ResponseEntity<byte[]> said(@PathVariable String what, HttpServletRequest request) {
        return Asking.page(
                200, reception.pages().sent(reception.variant(request), "account-email." + what + ".", "/account"));
    }

    private static Addresses.Side side(String word) {
        return word.equals("old") ? Addresses.Side.OLD : Addresses.Side.NEW;
    }

    private boolean hasPassword(Known known) {
        return accounts.details(known.id(), reception.now())
                .filter(Accounts.Details::hasPassword)
                .isPresent();
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return Asking.page(410, reception.pages().sent(reception.variant(request), "link.gone.", "/account"));
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, Known known, Form form) {
        return Asking.page(Reception.REFUSED, page(request, known, form));
    }

    /** The template asks for the password where the page's {@code to} says so. */
    private byte[] page(HttpServletRequest request, Known known, Form form) {
        return reception
                .pages()
                .form("accountEmail", reception.variant(request), form, hasPassword(known) ? "password" : "");
    }

    private String say(String key, Object... facts) {
        return reception.pages().say(key, facts);
    }
}
