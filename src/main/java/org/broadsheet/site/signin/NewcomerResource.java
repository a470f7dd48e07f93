package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.oidc.Newcomer;
import org.broadsheet.reader.oidc.Newcomers;
import org.broadsheet.reader.oidc.Newcomers.Joined;
import org.broadsheet.reader.oidc.OpenId;
import org.broadsheet.site.account.page.Form;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody whom the provider vouches for is asked whether they want an account: {@code agree}, {@code name}, {@code newsletter}. */
@Controller
class NewcomerResource {
    static final String PATH = "/sign-in/oidc/join";

    private static final int REFUSED = 422;
    private static final int GONE = 410;

    private final Ways ways;
    private final Notices notices;
    private final Asking asking;
    private final Doorway doorway;
    private final SafetyPages pages;

    /** In. */
    @Component
    record Ways(Newcomers newcomers, OpenId openid, Entrance entrance, PaperCookies cookies) {
        String provider(SafetyPages pages) {
            return openid.name().orElseGet(() -> pages.texts().say("openid.nameless"));
        }
    }

    NewcomerResource(Ways ways, Notices notices, Asking asking, Doorway doorway, SafetyPages pages) {
        this.ways = ways;
        this.notices = notices;
        this.asking = asking;
        this.doorway = doorway;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        if (asking.known(request).isPresent()) {
            return Asking.onward("/account");
        }
        return who(request)
                .map(who -> page(request, 200, who, Form.empty()))
                .orElseGet(() -> refused(request, GONE, OpenIdPage.Kind.ABANDONED, ""));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> join(HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return doorway.elsewhere(request);
        }
        Form form = Form.of(Map.of(
                "agree", Doorway.field(request, "agree"),
                "name", Doorway.field(request, "name"),
                "newsletter", Doorway.field(request, "newsletter")));
        Optional<Newcomer> who = who(request);
        if (who.isPresent() && !form.ticked("agree")) {
            Form again = form.wrong("agree", pages.texts().say("newcomer.agree.missing"));
            return page(request, REFUSED, who.get(), again);
        }
        return cleared(answer(request, made(request, form)));
    }

    /** The account and the letter that tells its mailbox, together or not at all. */
    private Joined made(HttpServletRequest request, Form form) {
        return notices.together(() -> {
            Joined joined = ways.newcomers().join(cookie(request), form.value("name"), answers(form), asking.now());
            if (joined instanceof Joined.Made made) {
                notices.tell(made.email().address(), Notices.Kind.PROVIDER_JOINED, asking.now());
            }
            return joined;
        });
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Joined joined) {
        return switch (joined) {
            case Joined.Made made ->
                ways.entrance().enter(request, made.reader(), Entrance.Proof.PROVIDER, landing(made.to()));
            case Joined.Known known ->
                ways.entrance().enter(request, known.reader(), Entrance.Proof.PROVIDER, landing(known.to()));
            case Joined.Taken(String email) -> refused(request, REFUSED, OpenIdPage.Kind.SIGN_IN_FIRST, email);
            case Joined.Gone() ->
                asking.known(request).isPresent()
                        ? Asking.onward("/account")
                        : refused(request, GONE, OpenIdPage.Kind.ABANDONED, "");
        };
    }

    /** Who came for nothing else is shown what they have got. */
    private static String landing(String to) {
        return to.equals("/") ? "/account?done=joined" : to;
    }

    /** The words that stand beside the boxes, and the answers. */
    private List<Consents.Answer> answers(Form form) {
        return List.of(
                new Consents.Answer(Consents.ACCOUNT, form.ticked("agree"), say("newcomer.agree")),
                new Consents.Answer(Consents.NEWSLETTER, form.ticked("newsletter"), say("account.newsletter")));
    }

    private String say(String key) {
        return pages.texts().say(key, pages.paper());
    }

    private Optional<Newcomer> who(HttpServletRequest request) {
        return ways.newcomers().look(cookie(request), asking.now());
    }

    private String cookie(HttpServletRequest request) {
        return asking.cookie(request, Newcomers.COOKIE).orElse("");
    }

    private ResponseEntity<byte[]> cleared(ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.SET_COOKIE, ways.cookies().clear(Newcomers.COOKIE))
                .body(answer.getBody());
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, int status, Newcomer who, Form form) {
        OpenIdPage.Newcomer page = new OpenIdPage.Newcomer(
                pages.frame(asking.variant(request), "newcomer.title", PATH), ways.provider(pages), who.email(), form);
        return Asking.page(status, pages.render("securityNewcomer", page));
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, int status, OpenIdPage.Kind kind, String email) {
        OpenIdPage page = new OpenIdPage(
                pages.frame(asking.variant(request), "openid.title", PATH), kind, ways.provider(pages), email);
        return Asking.page(status, pages.render("securityOpenid", page));
    }
}
