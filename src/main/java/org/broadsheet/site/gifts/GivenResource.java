package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.gift.GiftId;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.gift.Gifts;
import org.broadsheet.gift.Offer.Allowance;
import org.broadsheet.reader.Known;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reader has given. Another reader's gifts are not there. */
@Controller
class GivenResource {
    private static final int NOT_FOUND = 404;

    private final Gifts gifts;
    private final GiftPages pages;
    private final FriendPages friendPages;
    private final Messages messages;
    private final Asking asking;

    GivenResource(Gifts gifts, GiftPages pages, FriendPages friendPages, Messages messages, Asking asking) {
        this.gifts = gifts;
        this.pages = pages;
        this.friendPages = friendPages;
        this.messages = messages;
        this.asking = asking;
    }

    @GetMapping("/gifts")
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "") String said, HttpServletRequest request) {
        Optional<Known> known = asking.known(request);
        if (known.isEmpty()) {
            return Asking.onward("/sign-in?to=%2Fgifts");
        }
        Optional<Allowance> allowance = gifts.allowance(known.get().id(), asking.now());
        return Asking.page(
                200,
                pages.gifts(
                        asking.variant(request),
                        gifts.of(known.get().id(), asking.now()),
                        allowance,
                        said.equals("revoked")));
    }

    @GetMapping("/gifts/{number:[1-9][0-9]{0,17}}")
    ResponseEntity<byte[]> one(
            @PathVariable String number, @RequestParam(defaultValue = "") String said, HttpServletRequest request) {
        Optional<Known> known = asking.known(request);
        if (known.isEmpty()) {
            return Asking.onward("/sign-in?to=%2Fgifts%2F" + number);
        }
        Optional<GiftLink> gift = gifts.one(known.get().id(), id(number), asking.now());
        if (gift.isEmpty()) {
            return notFound(request);
        }
        Optional<Allowance> allowance = gifts.allowance(known.get().id(), asking.now());
        return Asking.page(200, pages.gift(asking.variant(request), gift.get(), GiftPage.Said.of(said), allowance));
    }

    @PostMapping("/gifts/{number:[1-9][0-9]{0,17}}/revocation")
    ResponseEntity<byte[]> revoke(@PathVariable String number, HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            ClosedPage.Kind kind = ClosedPage.Kind.ELSEWHERE;
            return Asking.page(kind.status(), friendPages.closed(asking.variant(request), kind, Optional.empty(), ""));
        }
        Optional<Known> known = asking.known(request);
        if (known.isEmpty()) {
            return Asking.onward("/sign-in?to=%2Fgifts");
        }
        boolean revoked = gifts.revoke(known.get().id(), id(number), asking.now());
        boolean theirs =
                revoked || gifts.one(known.get().id(), id(number), asking.now()).isPresent();
        return theirs ? Asking.onward("/gifts?said=revoked") : notFound(request);
    }

    private ResponseEntity<byte[]> notFound(HttpServletRequest request) {
        return Asking.page(NOT_FOUND, messages.notFound(asking.variant(request)).body());
    }

    private static GiftId id(String number) {
        return new GiftId(Long.parseLong(number));
    }
}
