package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Dates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.MessagePage;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.request.WhoAsks;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The door of the desk: who may come in, and what every page has around it. */
@Component
class Newsroom {
    static final int REFUSED = 422;

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_NAME = 120;

    private final WhoAsks who;
    private final Settings settings;
    private final Assets assets;
    private final Templates templates;
    private final InstantSource clock;

    Newsroom(WhoAsks who, Settings settings, Assets assets, Templates templates, InstantSource clock) {
        this.who = who;
        this.settings = settings;
        this.assets = assets;
        this.templates = templates;
        this.clock = clock;
    }

    /** What is shown or done for a member of staff. */
    interface Work extends BiFunction<DeskFrame, Known, ResponseEntity<byte[]>> {}

    /** For staff with this role; strangers are asked to sign in, readers are told that this is not for them. */
    ResponseEntity<byte[]> open(HttpServletRequest request, Role wanted, Work work) {
        Optional<Known> known = who.known(request);
        DeskFrame frame = frame(known);
        if (known.isEmpty()) {
            return ForOne.onward("/sign-in?to=" + request.getRequestURI());
        }
        return known.get().may(wanted)
                ? work.apply(frame, known.get())
                : message(FORBIDDEN, frame, known.get().role().isPresent() ? "desk.above" : "desk.closed");
    }

    /** As {@link #open}, for what changes something: one of the paper's own pages must have sent it. */
    ResponseEntity<byte[]> change(HttpServletRequest request, Role wanted, Work work) {
        if (!who.sentFromHere(request)) {
            return message(FORBIDDEN, frame(Optional.empty()), "desk.elsewhere");
        }
        return who.known(request).isEmpty() ? ForOne.onward("/sign-in?to=/desk") : open(request, wanted, work);
    }

    /** Whether the session of whoever sent this from a page of ours has run out. */
    boolean hasRunOut(HttpServletRequest request) {
        return who.sentFromHere(request) && who.known(request).isEmpty();
    }

    /** Whether one of the staff sent this from a page of ours. */
    boolean isStaff(HttpServletRequest request) {
        return who.sentFromHere(request)
                && who.known(request).filter(known -> known.may(Role.REPORTER)).isPresent();
    }

    DeskFrame frame(Optional<Known> known) {
        Language language = new Language(settings.paper().language().toLanguageTag());
        return new DeskFrame(settings.paper().name(), Texts.in(language), new Dates(zone(), language), assets, known);
    }

    ResponseEntity<byte[]> page(int status, String template, Object page) {
        return ForOne.page(status, templates.render("desk/" + template, page));
    }

    ResponseEntity<byte[]> nowhere(DeskFrame frame) {
        return message(NOT_FOUND, frame, "desk.nowhere");
    }

    ResponseEntity<byte[]> message(int status, DeskFrame frame, String key) {
        return page(status, "message", new MessagePage(frame, frame.say(key + ".title"), frame.say(key + ".text")));
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return settings.paper().zone();
    }

    Language language() {
        return new Language(settings.paper().language().toLanguageTag());
    }

    /** For an address of the paper's own. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As the record of it will call them: by the address, which nobody can give themselves as they can a name. */
    static Actor actor(Known known) {
        String email = known.email();
        return new Actor(email.length() > LONGEST_NAME ? email.substring(0, LONGEST_NAME) : email);
    }

    /** What was sent, but for what a database cannot hold. */
    static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").replace('\0', '\ufffd');
    }
}
