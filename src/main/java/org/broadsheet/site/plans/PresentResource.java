package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Present;
import org.broadsheet.plan.Presents;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Known;
import org.broadsheet.site.plans.PresentPage.Written;
import org.broadsheet.site.plans.words.PlanWords;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A subscription for somebody else: {@code /plans/gift}, with the fields {@code plan}, {@code recipient}, {@code from},
 * {@code note}, {@code way} (card, invoice or voucher) and {@code code}.
 */
@Controller
class PresentResource {
    private static final int BUSY = 503;

    private final PlansResource.Rooms rooms;
    private final Presents presents;
    private final PlanPages pages;
    private final PlanWords words;
    private final PlansResource.Policy policy;

    PresentResource(
            PlansResource.Rooms rooms,
            Presents presents,
            PlanPages pages,
            PlanWords words,
            PlansResource.Policy policy) {
        this.rooms = rooms;
        this.presents = presents;
        this.pages = pages;
        this.words = words;
        this.policy = policy;
    }

    @GetMapping("/plans/gift")
    ResponseEntity<byte[]> ask(HttpServletRequest request, HttpServletResponse response) {
        policy.widen(response);
        return pages.signedIn(
                request, reader -> page(200, request, new Written("", "", reader.name(), ""), Optional.empty()));
    }

    @PostMapping("/plans/gift")
    ResponseEntity<byte[]> give(HttpServletRequest request, HttpServletResponse response) {
        policy.widen(response);
        Written written = new Written(
                PlanPages.field(request, "plan"),
                PlanPages.field(request, "recipient"),
                PlanPages.field(request, "from"),
                PlanPages.field(request, "note"));
        return pages.acting(request, buyer -> {
            Optional<Present.Card> card = card(written);
            if (card.isEmpty()) {
                return page(PlanPages.REFUSED, request, written, Optional.of("present.problem.card"));
            }
            if (PlanPages.field(request, "way").equals("voucher")) {
                return byVoucher(request, buyer, written, card.get());
            }
            return rooms.plans()
                    .named(written.plan())
                    .filter(plan -> plan.sale() == Plan.Sale.ON)
                    .map(plan -> bought(request, buyer, written, card.get(), plan))
                    .orElseGet(() -> page(PlanPages.REFUSED, request, written, Optional.of("present.problem.plan")));
        });
    }

    private ResponseEntity<byte[]> bought(
            HttpServletRequest request, Known buyer, Written written, Present.Card card, Plan plan) {
        Instant now = rooms.asking().now();
        if (!PlanPages.field(request, "way").equals("card") || !rooms.till().open()) {
            String billedTo = (buyer.name() + "\n" + buyer.email()).strip();
            return presents.byInvoice(buyer.id(), plan, card, billedTo, now)
                    .map(invoice -> Asking.onward("/account/plan/invoices/" + invoice.number()))
                    .orElseGet(() -> waiting(request, written));
        }
        return presents.order(buyer.id(), plan, card, now)
                .map(present -> toTheTill(request, buyer, written, present, now))
                .orElseGet(() -> waiting(request, written));
    }

    private ResponseEntity<byte[]> waiting(HttpServletRequest request, Written written) {
        return page(PlanPages.TOO_MANY, request, written, Optional.of("present.problem.waiting"));
    }

    private ResponseEntity<byte[]> toTheTill(
            HttpServletRequest request, Known buyer, Written written, Present present, Instant now) {
        Till.Buyer till = new Till.Buyer(buyer.id(), buyer.email(), words.locale());
        return rooms.till().checkout(till, present, now) instanceof Till.Answer.Onward(var to)
                ? Asking.onward(to.toString())
                : page(BUSY, request, written, Optional.of("checkout.unreachable"));
    }

    private ResponseEntity<byte[]> byVoucher(
            HttpServletRequest request, Known buyer, Written written, Present.Card card) {
        String code = PlanPages.field(request, "code");
        return switch (presents.byVoucher(
                buyer.id(), code, card, rooms.plans(), rooms.asking().now())) {
            case Presents.Given.Done(var _) -> Asking.onward("/account/plan?done=given");
            case Presents.Given.Refused(var why) ->
                page(PlanPages.REFUSED, request, written, Optional.of(VoucherResource.why(why)));
        };
    }

    private static Optional<Present.Card> card(Written written) {
        try {
            return Email.parse(written.recipient())
                    .map(to -> new Present.Card(to.address(), written.from(), written.note()));
        } catch (IllegalArgumentException tooMuch) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> page(
            int status, HttpServletRequest request, Written written, Optional<String> problem) {
        return pages.page(
                status,
                "gift",
                new PresentPage(
                        pages.frame(request, words.say("present.title")),
                        rooms.plans().onSale().stream().map(words::card).toList(),
                        written,
                        rooms.till().open(),
                        problem.map(key -> words.say(key))));
    }
}
