package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.base.words.Texts;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Who may go on: somebody signed in, by a page of this paper, who has lately shown who they are. Others are led there first. */
@Component
class Doorway {
    private static final int FORBIDDEN = 403;

    private final Asking asking;
    private final SecondFactors second;
    private final Messages messages;
    private final SafetyPages pages;

    Doorway(Asking asking, SecondFactors second, Messages messages, SafetyPages pages) {
        this.asking = asking;
        this.second = second;
        this.messages = messages;
        this.pages = pages;
    }

    /** A page for somebody signed in. */
    ResponseEntity<byte[]> signedIn(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> page) {
        return asking.known(request)
                .map(page)
                .orElseGet(() -> onward("/sign-in?to=" + encoded(request.getRequestURI())));
    }

    /** A form of somebody signed in. */
    ResponseEntity<byte[]> act(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> action) {
        return asking.sentFromHere(request) ? signedIn(request, action) : elsewhere(request);
    }

    /**
     * What a stolen browser must not do: only within ten minutes of having shown who one is.
     *
     * @param to the page to come back to
     */
    ResponseEntity<byte[]> freshly(
            HttpServletRequest request, String to, Function<Known, ResponseEntity<byte[]>> action) {
        return signedIn(
                request, known -> isFresh(known) ? action.apply(known) : onward("/account/confirm?to=" + encoded(to)));
    }

    /** Both. */
    ResponseEntity<byte[]> actFreshly(
            HttpServletRequest request, String to, Function<Known, ResponseEntity<byte[]>> action) {
        return asking.sentFromHere(request) ? freshly(request, to, action) : elsewhere(request);
    }

    /** As {@link #freshly}, for setting up a way in: who may not do that here is told why on the page of the account's safety. */
    ResponseEntity<byte[]> enrolling(
            HttpServletRequest request, String to, Function<Known, ResponseEntity<byte[]>> action) {
        return freshly(request, to, known -> enrols(known) ? action.apply(known) : onward(SecurityResource.PATH));
    }

    boolean enrols(Known known) {
        return second.enrols(known.id(), known.device(), asking.now());
    }

    boolean isFresh(Known known) {
        return second.fresh(known.id(), known.device(), asking.now());
    }

    /** 403: the form came from somewhere else. */
    ResponseEntity<byte[]> elsewhere(HttpServletRequest request) {
        Variant variant = asking.variant(request);
        return Asking.page(FORBIDDEN, messages.refused(variant, Optional.of(texts().say("security.elsewhere"))));
    }

    Texts texts() {
        return pages.texts();
    }

    /** 303, with cookies. */
    static ResponseEntity<byte[]> onward(String path, String... cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .headers(headers -> {
                    for (String cookie : cookies) {
                        headers.add(HttpHeaders.SET_COOKIE, cookie);
                    }
                })
                .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A field of a form, or of an address; empty where there is none. */
    static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
