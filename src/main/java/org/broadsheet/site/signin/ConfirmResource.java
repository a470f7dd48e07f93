package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.base.http.Onward;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Passwords;
import org.broadsheet.reader.passkey.Passkeys;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Before what cannot be undone: the password again, or a passkey; or signing in anew, by whichever way. */
@Controller
class ConfirmResource {
    private static final String PATH = "/account/confirm";
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    private final Doorway doorway;
    private final SafetyPages pages;
    private final Asking asking;
    private final Proofs proofs;

    /** What can be shown. */
    @Component
    record Proofs(Passwords passwords, Passkeys passkeys, SecondFactors second) {}

    ConfirmResource(Doorway doorway, SafetyPages pages, Asking asking, Proofs proofs) {
        this.doorway = doorway;
        this.pages = pages;
        this.asking = asking;
        this.proofs = proofs;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return doorway.signedIn(request, known -> Asking.page(200, page(request, known, Optional.empty())));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> confirm(HttpServletRequest request) {
        return doorway.act(request, known -> {
            String password = Doorway.field(request, "password");
            return switch (proofs.passwords().check(known.id(), password, asking.now())) {
                case Passwords.Checked.Right _ -> {
                    proofs.second().prove(known.id(), known.device(), asking.now());
                    yield doorway.isFresh(known)
                            ? Asking.onward(to(request))
                            : refused(request, known, REFUSED, "confirm.second");
                }
                case Passwords.Checked.Wrong _ -> refused(request, known, REFUSED, "confirm.wrong");
                case Passwords.Checked.Wait(var time) ->
                    refused(request, known, TOO_MANY, "confirm.wait", time.toMinutes() + 1);
            };
        });
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Known known, int status, String key, Object... facts) {
        return Asking.page(
                status, page(request, known, Optional.of(pages.texts().say(key, facts))));
    }

    private byte[] page(HttpServletRequest request, Known known, Optional<String> problem) {
        return pages.render(
                "securityConfirm",
                new ConfirmPage(
                        pages.frame(asking.variant(request), "confirm.title", PATH),
                        known.email(),
                        to(request),
                        !proofs.passkeys().of(known.id()).isEmpty(),
                        problem));
    }

    private static String to(HttpServletRequest request) {
        return Onward.to(Doorway.field(request, "to"));
    }
}
