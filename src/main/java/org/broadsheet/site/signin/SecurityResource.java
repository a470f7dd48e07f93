package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.oidc.OpenId;
import org.broadsheet.reader.passkey.Passkey;
import org.broadsheet.reader.passkey.Passkeys;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of an account's safety, and the list of passkeys on it. */
@Controller
class SecurityResource {
    static final String PATH = "/account/security";
    private static final int REFUSED = 422;
    private static final int NOT_THERE = 404;
    private static final List<String> DONE = List.of(
            "passkey-made",
            "passkey-renamed",
            "passkey-removed",
            "app-set-up",
            "app-removed",
            "provider-linked",
            "provider-unlinked",
            "confirmed");

    private final Doorway doorway;
    private final SafetyPages pages;
    private final Asking asking;
    private final Ways ways;
    private final Notices notices;

    /** Those there are. */
    @Component
    record Ways(Passkeys passkeys, SecondFactors second, OpenId openid) {}

    SecurityResource(Doorway doorway, SafetyPages pages, Asking asking, Ways ways, Notices notices) {
        this.doorway = doorway;
        this.pages = pages;
        this.asking = asking;
        this.ways = ways;
        this.notices = notices;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        Optional<String> done = Optional.of(Doorway.field(request, "done"))
                .filter(DONE::contains)
                .map(word -> pages.texts().say("security.done." + word));
        return doorway.signedIn(request, known -> Asking.page(200, page(request, known, done, Optional.empty())));
    }

    @PostMapping(PATH + "/passkeys/{id}/name")
    ResponseEntity<byte[]> rename(@PathVariable long id, HttpServletRequest request) {
        return doorway.act(request, known -> {
            Optional<String> name = Names.of(Doorway.field(request, "name"));
            if (name.isEmpty()) {
                return refused(request, known, REFUSED, "passkey.no-name");
            }
            return ways.passkeys().rename(known.id(), id, name.get())
                    ? Asking.onward(PATH + "?done=passkey-renamed")
                    : refused(request, known, NOT_THERE, "passkey.not-there");
        });
    }

    @PostMapping(PATH + "/passkeys/{id}/removal")
    ResponseEntity<byte[]> remove(@PathVariable long id, HttpServletRequest request) {
        return doorway.actFreshly(
                request,
                PATH,
                known -> notices.together(() -> {
                    if (!ways.passkeys().remove(known.id(), id)) {
                        return refused(request, known, NOT_THERE, "passkey.not-there");
                    }
                    notices.tell(known, Notices.Kind.PASSKEY_REMOVED, asking.now());
                    return Asking.onward(PATH + "?done=passkey-removed");
                }));
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Known known, int status, String key) {
        return Asking.page(
                status,
                page(request, known, Optional.empty(), Optional.of(pages.texts().say(key))));
    }

    private byte[] page(HttpServletRequest request, Known known, Optional<String> done, Optional<String> problem) {
        Optional<SecurityPage.Provider> provider = ways.openid()
                .name()
                .map(name -> new SecurityPage.Provider(name, ways.openid().linked(known.id())));
        List<SecurityPage.Line> passkeys =
                ways.passkeys().of(known.id()).stream().map(this::line).toList();
        return pages.render(
                "security",
                new SecurityPage(
                        pages.frame(asking.variant(request), "security.title", PATH),
                        done,
                        problem,
                        ways.second().standing(known.id(), known.device()),
                        doorway.enrols(known),
                        passkeys,
                        provider));
    }

    private SecurityPage.Line line(Passkey passkey) {
        return new SecurityPage.Line(
                passkey.id(),
                passkey.name(),
                passkey.backedUp(),
                pages.moment(passkey.madeAt()),
                passkey.usedAt().map(pages::moment),
                passkey.doubtedAt().map(pages::moment));
    }
}
