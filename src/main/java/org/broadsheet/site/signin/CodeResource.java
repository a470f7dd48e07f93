package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.http.Onward;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.second.CodeChecked;
import org.broadsheet.reader.second.Half;
import org.broadsheet.reader.second.Halves;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecondStep;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The step between password and session: the code of an app, or a recovery code. */
@Controller
class CodeResource implements SecondStep {
    private static final String PATH = "/sign-in/code";
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    private final Asking asking;
    private final SafetyPages pages;
    private final Steps steps;
    private final Entrance entrance;
    private final Doorway doorway;

    /** What the step is made of. */
    @Component
    record Steps(SecondFactors second, Halves halves, PaperCookies cookies, Spent told, SecurityLog log) {}

    /** Tells whose recovery code was used. */
    @Component
    record Spent(Accounts accounts, Notices notices) {
        void tell(ReaderId reader, Instant at) {
            accounts.details(reader, at)
                    .ifPresent(account -> notices.tell(account.email(), Notices.Kind.CODE_SPENT, at));
        }
    }

    CodeResource(Asking asking, SafetyPages pages, Steps steps, Entrance entrance, Doorway doorway) {
        this.asking = asking;
        this.pages = pages;
        this.steps = steps;
        this.entrance = entrance;
        this.doorway = doorway;
    }

    /** Whoever has an app is asked for its code; whose role asks for two factors and who has neither is led to set one up. */
    @Override
    public Optional<ResponseEntity<byte[]>> instead(
            HttpServletRequest request, ReaderId reader, Entrance.Proof proof, String to) {
        if (steps.second().asked(reader)) {
            String half = steps.halves().write(new Half(reader, Onward.to(to)), asking.now());
            return Optional.of(Doorway.onward(PATH, steps.cookies().set(Halves.COOKIE, half, Halves.LIFE)));
        }
        return steps.second().owes(reader)
                ? Optional.of(entrance.letIn(request, reader, SecurityResource.PATH))
                : Optional.empty();
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return half(request).isPresent() ? page(request, 200, Optional.empty()) : anew();
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> check(HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return doorway.elsewhere(request);
        }
        Optional<Half> half = half(request);
        if (half.isEmpty()) {
            return anew();
        }
        ReaderId reader = half.get().reader();
        return switch (steps.second().check(reader, Doorway.field(request, "code"), asking.now())) {
            case CodeChecked.Right _ -> letIn(request, half.get());
            case CodeChecked.Recovered _ -> {
                steps.told().tell(reader, asking.now());
                yield letIn(request, half.get());
            }
            case CodeChecked.Wrong _ -> refused(request, reader, "code.wrong");
            case CodeChecked.UsedBefore _ -> refused(request, reader, "code.used");
            case CodeChecked.TooMany(var pause) ->
                page(request, TOO_MANY, Optional.of(pages.texts().say("code.too-many", pause.toMinutes() + 1)));
        };
    }

    private ResponseEntity<byte[]> letIn(HttpServletRequest request, Half half) {
        ResponseEntity<byte[]> in = entrance.letInByTwo(request, half.reader(), half.to());
        return ResponseEntity.status(in.getStatusCode())
                .headers(in.getHeaders())
                .header(HttpHeaders.SET_COOKIE, steps.cookies().clear(Halves.COOKIE))
                .build();
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, ReaderId reader, String key) {
        steps.log().note(SecurityLog.What.SIGN_IN_REFUSED, reader, key);
        return page(request, REFUSED, Optional.of(pages.texts().say(key)));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, int status, Optional<String> problem) {
        return Asking.page(
                status,
                pages.render(
                        "securityCode",
                        new CodePage(pages.frame(asking.variant(request), "code.title", PATH), problem)));
    }

    /** The half has run out, or there was none: the first step again. */
    private ResponseEntity<byte[]> anew() {
        return Doorway.onward("/sign-in", steps.cookies().clear(Halves.COOKIE));
    }

    private Optional<Half> half(HttpServletRequest request) {
        return asking.cookie(request, Halves.COOKIE)
                .flatMap(carried -> steps.halves().read(carried, asking.now()));
    }
}
