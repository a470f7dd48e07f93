package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.reader.Known;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Frames and finishes the pages of this package. */
@Component
class PlanPages {
    static final int REFUSED = 422;
    static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Frames frames;
    private final Templates templates;
    private final Messages messages;
    private final Asking asking;

    PlanPages(Frames frames, Templates templates, Messages messages, Asking asking) {
        this.frames = frames;
        this.templates = templates;
        this.messages = messages;
        this.asking = asking;
    }

    Frame listed(HttpServletRequest request, String title, String description, String path) {
        return frames.frame(asking.variant(request), Head.listed(title, description, path), "");
    }

    Frame frame(HttpServletRequest request, String title) {
        return frames.frame(asking.variant(request), Head.unlisted(title, "", request.getRequestURI()), "");
    }

    ResponseEntity<byte[]> page(int status, String template, Object page) {
        return Asking.page(status, templates.render("plans/" + template, page));
    }

    ResponseEntity<byte[]> notice(
            HttpServletRequest request, String title, String text, Optional<Link> act, Optional<Link> onward) {
        return page(200, "notice", new NoticePage(frame(request, title), title, text, act, onward));
    }

    ResponseEntity<byte[]> notFound(HttpServletRequest request) {
        return Asking.page(NOT_FOUND, messages.notFound(asking.variant(request)).body());
    }

    /** For a page of somebody's own: whoever is not signed in does that first and comes back. */
    ResponseEntity<byte[]> signedIn(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> page) {
        return asking.known(request).map(page).orElseGet(() -> {
            String to = request.getMethod().equals("GET") ? request.getRequestURI() : "/account/plan";
            return Asking.onward("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        });
    }

    /** For what somebody does: said by a page of ours, and by somebody signed in. */
    ResponseEntity<byte[]> acting(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> act) {
        return asking.sentFromHere(request)
                ? signedIn(request, act)
                : Asking.page(
                        FORBIDDEN,
                        messages.refused(
                                asking.variant(request),
                                Optional.of(Texts.in(frames.paper().language()).say("plans.elsewhere"))));
    }

    static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
