package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.http.Onward;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.passkey.Made;
import org.broadsheet.reader.passkey.Offer;
import org.broadsheet.reader.passkey.Passkeys;
import org.broadsheet.reader.passkey.Recognised;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What {@code passkeys.js} asks: options and answers as JSON, {@code {ticket, answer, name, to}} in and {@code {to}} or
 * {@code {problem}} out. Only pages of this paper are answered.
 */
@Controller
class PasskeyResource {
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final Talk talk;
    private final Passkeys passkeys;
    private final SecondFactors second;
    private final Entrance entrance;
    private final Telling telling;

    /** Who is told of it. */
    @Component
    record Telling(Notices notices, SecurityLog log) {}

    PasskeyResource(Talk talk, Passkeys passkeys, SecondFactors second, Entrance entrance, Telling telling) {
        this.talk = talk;
        this.passkeys = passkeys;
        this.second = second;
        this.entrance = entrance;
        this.telling = telling;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<byte[]> toKnow(HttpServletRequest request) {
        return talk.with(request, () -> offered(passkeys.toKnow(talk.now())));
    }

    /** Signs in; with a verified passkey that is all. */
    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> know(HttpServletRequest request) {
        return talk.with(request, () -> {
            Talk.Answer said = talk.read(request);
            return switch (passkeys.recognise(said.ticket(), said.answer(), talk.now())) {
                case Recognised.Known(var reader, boolean verified)
                when verified -> talk.onward(entrance.letInByTwo(request, reader, Onward.to(said.to())));
                case Recognised.Known(var reader, boolean _) ->
                    talk.onward(entrance.enter(request, reader, Entrance.Proof.PASSKEY, Onward.to(said.to())));
                case Recognised.TooLate _ -> talk.problem(CONFLICT, "passkey.too-late");
                case Recognised.Unknown _ -> refused("passkey.unknown");
                case Recognised.Refused _ -> refused("passkey.refused");
            };
        });
    }

    private ResponseEntity<byte[]> refused(String key) {
        telling.log().refused(key, "");
        return talk.problem(REFUSED, key);
    }

    /** Shows again who somebody signed in is. */
    @PostMapping("/account/confirm/passkey")
    ResponseEntity<byte[]> confirm(HttpServletRequest request) {
        return talk.withReader(request, known -> {
            Talk.Answer said = talk.read(request);
            Recognised recognised = passkeys.recognise(said.ticket(), said.answer(), talk.now());
            if (recognised instanceof Recognised.Known(var reader, boolean verified) && reader.equals(known.id())) {
                prove(known, verified);
                return talk.onward(Asking.onward(Onward.to(said.to())));
            }
            return recognised instanceof Recognised.TooLate
                    ? talk.problem(CONFLICT, "passkey.too-late")
                    : talk.problem(REFUSED, "passkey.not-yours");
        });
    }

    private void prove(Known known, boolean verified) {
        if (verified) {
            second.proveTwo(known.id(), known.device(), talk.now());
        } else {
            second.prove(known.id(), known.device(), talk.now());
        }
    }

    @PostMapping("/account/security/passkeys/options")
    ResponseEntity<byte[]> toMake(HttpServletRequest request) {
        return talk.withFreshReader(request, known -> offered(passkeys.toMake(known.id(), known.email(), talk.now())));
    }

    @PostMapping("/account/security/passkeys")
    ResponseEntity<byte[]> make(HttpServletRequest request) {
        return talk.withFreshReader(
                request,
                known -> telling.notices().together(() -> {
                    Talk.Answer said = talk.read(request);
                    String name = Names.of(said.name()).orElseGet(() -> talk.say("passkey.default-name"));
                    return switch (passkeys.make(known.id(), said.ticket(), said.answer(), name, talk.now())) {
                        case Made.Kept _ -> {
                            telling.notices().tell(known, Notices.Kind.PASSKEY_MADE, talk.now());
                            yield talk.onward(Asking.onward("/account/security?done=passkey-made"));
                        }
                        case Made.TooLate _ -> talk.problem(CONFLICT, "passkey.too-late");
                        case Made.Refused _ -> talk.problem(REFUSED, "passkey.not-made");
                        case Made.TooMany(int most) -> talk.problem(REFUSED, "passkey.too-many", most);
                    };
                }));
    }

    private ResponseEntity<byte[]> offered(Offer offer) {
        return talk.json(200, Map.of("ticket", offer.ticket(), "publicKey", offer.publicKey()), Optional.empty());
    }
}
