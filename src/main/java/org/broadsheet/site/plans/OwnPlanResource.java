package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Till;
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

/**
 * One's own subscription: {@code /account/plan}. Cancelling takes a page and a press, as subscribing does; what the payment
 * provider keeps is asked of it.
 */
@Controller
class OwnPlanResource {
    private static final Set<String> DONE =
            Set.of("cancelled", "resumed", "changed", "voucher", "seat", "taken", "left", "given");
    private static final int BUSY = 503;

    private final PlansResource.Rooms rooms;
    private final OwnPlan own;
    private final PlanPages pages;
    private final PlanWords words;
    private final PlansResource.Policy policy;

    OwnPlanResource(
            PlansResource.Rooms rooms, OwnPlan own, PlanPages pages, PlanWords words, PlansResource.Policy policy) {
        this.rooms = rooms;
        this.own = own;
        this.pages = pages;
        this.words = words;
        this.policy = policy;
    }

    @GetMapping("/account/plan")
    ResponseEntity<byte[]> show(
            @RequestParam(defaultValue = "") String done, HttpServletRequest request, HttpServletResponse response) {
        policy.widen(response);
        Optional<String> said = Optional.of(done).filter(DONE::contains).map(word -> words.say("own.done." + word));
        return pages.signedIn(request, reader -> page(200, request, reader, said, Optional.empty()));
    }

    /** What cancelling means, before it is done. */
    @GetMapping("/account/plan/{id}/cancel")
    ResponseEntity<byte[]> askToCancel(@PathVariable long id, HttpServletRequest request) {
        return pages.signedIn(
                request,
                reader -> own(reader, id)
                        .filter(each -> each.renews(rooms.asking().now()))
                        .map(each -> pages.notice(
                                request,
                                words.say("cancel.title", each.plan().name()),
                                each.standing(rooms.asking().now())
                                        .readsUntil()
                                        .map(until -> words.say(
                                                "cancel.until",
                                                words.day(each.facts().covered().orElse(until))))
                                        .orElseGet(() -> words.say("cancel.now")),
                                Optional.of(new Link(words.say("cancel.act"), "/account/plan/" + id + "/cancel")),
                                Optional.of(new Link(words.say("cancel.keep"), "/account/plan"))))
                        .orElseGet(() -> pages.notFound(request)));
    }

    @PostMapping("/account/plan/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable long id, HttpServletRequest request) {
        return pages.acting(request, reader -> {
            Instant now = rooms.asking().now();
            return changed(request, reader, rooms.subscriptions().cancel(reader.id(), id, now), "cancelled");
        });
    }

    @PostMapping("/account/plan/{id}/resume")
    ResponseEntity<byte[]> resume(@PathVariable long id, HttpServletRequest request) {
        return pages.acting(request, reader -> {
            Instant now = rooms.asking().now();
            return changed(request, reader, rooms.subscriptions().resume(reader.id(), id, now), "resumed");
        });
    }

    @PostMapping("/account/plan/{id}/change")
    ResponseEntity<byte[]> change(
            @PathVariable long id, @RequestParam(defaultValue = "") String plan, HttpServletRequest request) {
        Optional<Plan> wanted = rooms.plans().named(plan).filter(each -> each.sale() == Plan.Sale.ON);
        return pages.acting(
                request,
                reader -> wanted.map(to -> {
                            Instant now = rooms.asking().now();
                            Subscriptions.Changed changed =
                                    rooms.subscriptions().change(reader.id(), id, to, now);
                            return changed instanceof Subscriptions.Changed.AtTheProvider(Subscription subscription)
                                    ? answered(request, reader, rooms.till().change(subscription, to, now), "changed")
                                    : changed(request, reader, changed, "changed");
                        })
                        .orElseGet(() -> page(
                                PlanPages.REFUSED,
                                request,
                                reader,
                                Optional.empty(),
                                Optional.of("own.problem.which"))));
    }

    @PostMapping("/account/plan/portal")
    ResponseEntity<byte[]> portal(HttpServletRequest request, HttpServletResponse response) {
        policy.widen(response);
        return pages.acting(
                request,
                reader -> answered(
                        request,
                        reader,
                        rooms.till().open()
                                ? rooms.till().portal(reader.id(), words.locale())
                                : new Till.Answer.NotPossible(),
                        ""));
    }

    @GetMapping("/account/plan/invoices/{number}")
    ResponseEntity<byte[]> invoice(@PathVariable String number, HttpServletRequest request) {
        return pages.signedIn(
                request,
                reader -> own.invoice(reader.id(), number)
                        .map(invoice -> pages.page(
                                200,
                                "invoice",
                                own.page(pages.frame(request, words.say("invoice.title", invoice.number())), invoice)))
                        .orElseGet(() -> pages.notFound(request)));
    }

    private ResponseEntity<byte[]> changed(
            HttpServletRequest request, Known reader, Subscriptions.Changed changed, String done) {
        Instant now = rooms.asking().now();
        return switch (changed) {
            case Subscriptions.Changed.Done(var _) -> Asking.onward("/account/plan?done=" + done);
            case Subscriptions.Changed.NotThere() -> pages.notFound(request);
            case Subscriptions.Changed.NotPossible() ->
                page(PlanPages.REFUSED, request, reader, Optional.empty(), Optional.of("own.problem.over"));
            case Subscriptions.Changed.AtTheProvider(var subscription) ->
                answered(
                        request,
                        reader,
                        done.equals("cancelled")
                                ? rooms.till().cancel(subscription, now)
                                : rooms.till().resume(subscription, now),
                        done);
        };
    }

    private ResponseEntity<byte[]> answered(HttpServletRequest request, Known reader, Till.Answer answer, String done) {
        return switch (answer) {
            case Till.Answer.Onward(var to) -> Asking.onward(to.toString());
            case Till.Answer.Done() -> Asking.onward("/account/plan?done=" + done);
            case Till.Answer.HasOne() ->
                page(PlanPages.REFUSED, request, reader, Optional.empty(), Optional.of("checkout.has-one"));
            case Till.Answer.NotPossible() ->
                page(PlanPages.REFUSED, request, reader, Optional.empty(), Optional.of("own.problem.over"));
            case Till.Answer.Unreachable() ->
                page(BUSY, request, reader, Optional.empty(), Optional.of("checkout.unreachable"));
        };
    }

    private Optional<Subscription> own(Known reader, long id) {
        return rooms.subscriptions().of(reader.id()).stream()
                .filter(each -> each.id() == id)
                .findFirst();
    }

    private ResponseEntity<byte[]> page(
            int status, HttpServletRequest request, Known reader, Optional<String> done, Optional<String> problem) {
        return pages.page(
                status,
                "own",
                own.page(
                        pages.frame(request, words.say("own.title")),
                        reader.id(),
                        done,
                        problem.map(key -> words.say(key))));
    }
}
