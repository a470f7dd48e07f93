package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.http.Onward;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.Joins;
import org.broadsheet.reader.ReaderId;
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
 * Joining: {@code email}, {@code name}, {@code password} with {@code way=password}, {@code newsletter}, and {@code to}, where
 * to go once the address is confirmed, in whichever browser. The answer is the same
 * whether the address has an account or not.
 */
@Controller
class JoinResource {
    /** Tells the browser that asked from others that have the link. */
    private static final String COOKIE = "joining";

    private static final Duration COOKIE_LIFE = Duration.ofDays(3);
    private static final String CONFIRM = "/join/confirm/";

    private final Joins joins;
    private final Reception reception;
    private final PaperCookies cookies;

    JoinResource(Joins joins, Reception reception, PaperCookies cookies) {
        this.joins = joins;
        this.reception = reception;
        this.cookies = cookies;
    }

    @GetMapping("/join")
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        return reception.asking().known(request).isPresent()
                ? Asking.onward(Onward.to(to).equals("/") ? "/account" : Onward.to(to))
                : page(200, request, Form.empty(), to);
    }

    @PostMapping("/join")
    ResponseEntity<byte[]> join(HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Form form = Form.of(Reception.typed(request, "email", "name", "way", "newsletter"));
        String browser = Joins.browser(browser(request));
        Optional<String> password =
                form.value("way").equals("link") ? Optional.empty() : Optional.of(Reception.field(request, "password"));
        Joins.Form wish = new Joins.Form(form.value("email"), form.value("name"), password, List.of(newsletter(form)));
        Joins.Asker asker = new Joins.Asker(reception.network(request), browser, Onward.to(to(request)));
        return switch (Evenly.answered(() -> joins.ask(wish, asker, reception.now()))) {
            case Joins.Asked.Mailed() ->
                Entrance.onward("/join/sent", List.of(cookies.set(COOKIE, browser, COOKIE_LIFE)));
            case Joins.Asked.BadAddress() -> wrong(request, form, "email", say("account.bad-address"));
            case Joins.Asked.Weak(var why) ->
                wrong(request, form, "password", reception.pages().say(why));
            case Joins.Asked.Wait(Duration time) ->
                Reception.later(
                        time,
                        body(request, form.wrong("", say("account.too-often", Reception.minutes(time))), to(request)));
        };
    }

    /** The words that stand beside the box, and the answer. */
    private Consents.Answer newsletter(Form form) {
        String wording = say("account.newsletter", reception.pages().paper());
        return new Consents.Answer(Consents.NEWSLETTER, form.ticked("newsletter"), wording);
    }

    @GetMapping("/join/sent")
    ResponseEntity<byte[]> sent(HttpServletRequest request) {
        return Asking.page(200, reception.pages().sent(reception.variant(request), "join.sent.", "/"));
    }

    @GetMapping(CONFIRM + "{token}")
    ResponseEntity<byte[]> look(@PathVariable String token, HttpServletRequest request) {
        return Asking.page(200, confirming(request, token, Form.empty()));
    }

    @PostMapping(CONFIRM + "{token}")
    ResponseEntity<byte[]> confirm(@PathVariable String token, HttpServletRequest request) {
        if (!reception.asking().sentFromHere(request)) {
            return reception.elsewhere(request);
        }
        Optional<String> password =
                Optional.of(Reception.field(request, "password")).filter(text -> !text.isEmpty());
        Joins.Press press = new Joins.Press(token, browser(request), password);
        return switch (joins.confirm(press, reception.now())) {
            case Joins.Confirmed.In(ReaderId reader, String to) ->
                reception.entrance().enter(request, reader, Entrance.Proof.LINK, landing(to));
            case Joins.Confirmed.Gone() -> gone(request);
            case Joins.Confirmed.WrongPassword() ->
                Asking.page(
                        Reception.REFUSED,
                        confirming(request, token, Form.empty().wrong("password", say("join.confirm.wrong"))));
            case Joins.Confirmed.Wait(Duration time) ->
                Reception.later(
                        time,
                        confirming(
                                request,
                                token,
                                Form.empty().wrong("password", say("account.too-often", Reception.minutes(time)))));
        };
    }

    /** Who came for nothing else is shown what they have got. */
    private static String landing(String to) {
        return to.equals("/") ? "/account?done=joined" : to;
    }

    private byte[] confirming(HttpServletRequest request, String token, Form form) {
        return joins.look(token, browser(request), reception.now())
                .map(waiting -> reception
                        .pages()
                        .press(
                                reception.variant(request),
                                new AccountPages.Press(
                                        "join.confirm.",
                                        waiting.email().address(),
                                        CONFIRM + token,
                                        waiting.elsewhere() ? PressPage.Asks.PASSWORD_AGAIN : PressPage.Asks.NOTHING,
                                        form)))
                .orElseGet(() -> reception.pages().sent(reception.variant(request), "link.gone.", "/join"));
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return Asking.page(410, reception.pages().sent(reception.variant(request), "link.gone.", "/join"));
    }

    private String browser(HttpServletRequest request) {
        return reception.asking().cookie(request, COOKIE).orElse("");
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, Form form, String field, String words) {
        return page(Reception.REFUSED, request, form.wrong(field, words), to(request));
    }

    private ResponseEntity<byte[]> page(int status, HttpServletRequest request, Form form, String to) {
        return Asking.page(status, body(request, form, to));
    }

    private byte[] body(HttpServletRequest request, Form form, String to) {
        return reception.pages().form("join", reception.variant(request), form, to);
    }

    private static String to(HttpServletRequest request) {
        return Reception.field(request, "to");
    }

    private String say(String key, Object... facts) {
        return reception.pages().say(key, facts);
    }
}
