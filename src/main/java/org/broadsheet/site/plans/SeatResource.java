package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.plan.Groups;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Known;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.plans.words.PlanWords;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Seats in a group: offered, taken by {@code /seat/TOKEN}, freed, left. */
@Controller
class SeatResource {
    private final Groups groups;
    private final OwnPlan own;
    private final PlanPages pages;
    private final PlanWords words;
    private final Asking asking;

    SeatResource(Groups groups, OwnPlan own, PlanPages pages, PlanWords words, Asking asking) {
        this.groups = groups;
        this.own = own;
        this.pages = pages;
        this.words = words;
        this.asking = asking;
    }

    @PostMapping("/account/plan/{id}/seats")
    ResponseEntity<byte[]> invite(
            @PathVariable long id, @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        return pages.acting(
                request,
                owner -> Email.parse(email)
                        .map(to -> switch (groups.invite(owner.id(), id, to, asking.now())) {
                            case Groups.Invited.Done() -> Asking.onward("/account/plan?done=seat");
                            case Groups.Invited.Full(int _) -> refused(request, owner, "own.problem.full");
                            case Groups.Invited.Before() -> refused(request, owner, "own.problem.invited");
                            case Groups.Invited.NotThere() -> pages.notFound(request);
                            case Groups.Invited.TooMany() -> tooMany(request, owner, "own.problem.too-many");
                            case Groups.Invited.AddressTired() -> tooMany(request, owner, "own.problem.address-tired");
                        })
                        .orElseGet(() -> refused(request, owner, "own.problem.email")));
    }

    @PostMapping("/account/plan/{id}/seats/{seat}/remove")
    ResponseEntity<byte[]> remove(@PathVariable long id, @PathVariable long seat, HttpServletRequest request) {
        return pages.acting(
                request,
                owner -> groups.remove(owner.id(), id, seat, asking.now())
                        ? Asking.onward("/account/plan")
                        : pages.notFound(request));
    }

    @PostMapping("/account/plan/places/{seat}/leave")
    ResponseEntity<byte[]> leave(@PathVariable long seat, HttpServletRequest request) {
        return pages.acting(
                request,
                reader -> groups.leave(reader.id(), seat, asking.now())
                        ? Asking.onward("/account/plan?done=left")
                        : pages.notFound(request));
    }

    /** Asks first: a link alone, opened by a mail program, takes nothing. */
    @GetMapping("/seat/{token}")
    ResponseEntity<byte[]> offered(@PathVariable String token, HttpServletRequest request) {
        return pages.signedIn(
                request,
                reader -> pages.notice(
                        request,
                        words.say("seat.title"),
                        words.say("seat.text", reader.email()),
                        Optional.of(new Link(words.say("seat.act"), request.getRequestURI())),
                        Optional.empty()));
    }

    @PostMapping("/seat/{token}")
    ResponseEntity<byte[]> take(@PathVariable String token, HttpServletRequest request) {
        return pages.acting(request, reader -> switch (groups.take(reader.id(), token, asking.now())) {
            case Groups.Taken.Done(String _) -> Asking.onward("/account/plan?done=taken");
            case Groups.Taken.NoSuchOffer() -> refused(request, reader, "seat.none");
            case Groups.Taken.ReadsAlready() -> refused(request, reader, "seat.already");
        });
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Known reader, String why) {
        return refused(PlanPages.REFUSED, request, reader, why);
    }

    private ResponseEntity<byte[]> tooMany(HttpServletRequest request, Known reader, String why) {
        return refused(PlanPages.TOO_MANY, request, reader, why);
    }

    private ResponseEntity<byte[]> refused(int status, HttpServletRequest request, Known reader, String why) {
        return pages.page(
                status,
                "own",
                own.page(
                        pages.frame(request, words.say("own.title")),
                        reader.id(),
                        Optional.empty(),
                        Optional.of(words.say(why))));
    }
}
