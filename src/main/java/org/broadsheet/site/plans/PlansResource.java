package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.base.http.SecurityHeaders;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.Known;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.plans.words.PlanWords;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Plans, and how one of them is taken: {@code /plans}, {@code /plans/SLUG/checkout} with the field {@code way} (card or
 * invoice), and where the payment provider sends people back to, {@code /plans/thanks}.
 */
@Controller
class PlansResource {
    private static final int BUSY = 503;

    private final Rooms rooms;
    private final PlanPages pages;
    private final PlanWords words;
    private final Policy policy;

    /** What is asked. */
    @Component
    record Rooms(Plans plans, Subscriptions subscriptions, Entitlements entitlements, Till till, Asking asking) {}

    PlansResource(Rooms rooms, PlanPages pages, PlanWords words, Policy policy) {
        this.rooms = rooms;
        this.pages = pages;
        this.words = words;
        this.policy = policy;
    }

    /** How we deal with the payment provider. Lets a form of ours end up at the payment provider's: browsers hold the policy over redirects too. */
    @Component
    static class Policy {
        private static final String HEADER = "Content-Security-Policy";

        /** Whoever reloads the page while the payment is under way, and no more: it asks somebody else's server. */
        private static final int ASKED_A_MINUTE = 10;

        private final String widened;
        private final Asker asker;
        private final RateLimit limit;

        Policy(Settings settings, Till till, Asker asker, InstantSource clock) {
            this.asker = asker;
            this.limit = new RateLimit(ASKED_A_MINUTE, Duration.ofMinutes(1), clock);
            String usual = SecurityHeaders.forPaper(settings).getOrDefault(HEADER, "");
            String places = String.join(" ", till.places());
            this.widened = usual.replace("form-action 'self'", ("form-action 'self' " + places).strip());
        }

        boolean mayAsk(HttpServletRequest request) {
            return limit.allows(asker.of(request));
        }

        void widen(HttpServletResponse response) {
            response.setHeader(HEADER, widened);
        }
    }

    @GetMapping("/plans")
    ResponseEntity<byte[]> plans(HttpServletRequest request) {
        String title = words.say("plans.title");
        return pages.page(
                200,
                "plans",
                new PlansPage(
                        pages.listed(request, title, words.say("plans.intro"), "/plans"),
                        rooms.plans().onSale().stream().map(words::card).toList()));
    }

    @GetMapping("/plans/{slug}/checkout")
    ResponseEntity<byte[]> checkout(
            @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        policy.widen(response);
        return onSale(slug)
                .map(plan -> pages.signedIn(request, reader -> ask(200, request, reader, plan, Optional.empty())))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/plans/{slug}/checkout")
    ResponseEntity<byte[]> take(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String way,
            HttpServletRequest request,
            HttpServletResponse response) {
        policy.widen(response);
        return onSale(slug)
                .map(plan -> pages.acting(request, reader -> switch (way) {
                    case "card" -> byCard(request, reader, plan);
                    case "invoice" -> byInvoice(request, reader, plan);
                    default -> ask(PlanPages.REFUSED, request, reader, plan, Optional.of("checkout.which"));
                }))
                .orElseGet(() -> pages.notFound(request));
    }

    /** The provider's message may still be under way, so it is asked here too, now and then; nothing is shown of anybody else's. */
    @GetMapping("/plans/thanks")
    ResponseEntity<byte[]> thanks(
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String present,
            HttpServletRequest request) {
        return pages.signedIn(request, reader -> {
            Instant now = rooms.asking().now();
            if (rooms.till().open() && session.matches("[A-Za-z0-9_]{8,255}") && policy.mayAsk(request)) {
                rooms.till().settle(reader.id(), session, now);
            }
            boolean reads = rooms.entitlements().of(reader.id(), now).isPresent();
            return pages.notice(
                    request,
                    words.say("thanks.title"),
                    words.say(!present.isEmpty() ? "thanks.present" : reads ? "thanks.reads" : "thanks.soon"),
                    Optional.empty(),
                    Optional.of(new Link(words.say("own.link"), "/account/plan")));
        });
    }

    private ResponseEntity<byte[]> byCard(HttpServletRequest request, Known reader, Plan plan) {
        Till.Buyer buyer = new Till.Buyer(reader.id(), reader.email(), words.locale());
        Instant now = rooms.asking().now();
        if (!policy.mayAsk(request)) {
            return ask(PlanPages.TOO_MANY, request, reader, plan, Optional.of("checkout.too-many"));
        }
        Till.Answer answer =
                rooms.till().open() ? rooms.till().checkout(buyer, plan, now) : new Till.Answer.NotPossible();
        return switch (answer) {
            case Till.Answer.Onward(var to) -> Asking.onward(to.toString());
            case Till.Answer.Done() -> Asking.onward("/account/plan");
            case Till.Answer.HasOne() -> ask(PlanPages.REFUSED, request, reader, plan, Optional.of("checkout.has-one"));
            case Till.Answer.NotPossible() ->
                ask(PlanPages.REFUSED, request, reader, plan, Optional.of("checkout.no-card"));
            case Till.Answer.Unreachable() -> ask(BUSY, request, reader, plan, Optional.of("checkout.unreachable"));
        };
    }

    private ResponseEntity<byte[]> byInvoice(HttpServletRequest request, Known reader, Plan plan) {
        String billedTo = (reader.name() + "\n" + reader.email()).strip();
        return switch (rooms.subscriptions()
                .order(reader.id(), plan.slug(), billedTo, rooms.asking().now())) {
            case Subscriptions.Ordered.Done done ->
                Asking.onward("/account/plan/invoices/" + done.invoice().number());
            case Subscriptions.Ordered.HasOne has ->
                ask(PlanPages.REFUSED, request, reader, plan, Optional.of("checkout.has-one"));
            case Subscriptions.Ordered.NotOnSale() -> pages.notFound(request);
            case Subscriptions.Ordered.TooMany() ->
                ask(PlanPages.TOO_MANY, request, reader, plan, Optional.of("checkout.too-many"));
        };
    }

    private ResponseEntity<byte[]> ask(
            int status, HttpServletRequest request, Known reader, Plan plan, Optional<String> problem) {
        Optional<Instant> free =
                rooms.subscriptions().free(reader.id(), plan, rooms.asking().now());
        return pages.page(
                status,
                "checkout",
                new CheckoutPage(
                        pages.frame(request, words.say("checkout.title", plan.name())),
                        words.card(plan),
                        words.terms(plan, free),
                        rooms.till().open(),
                        true,
                        problem.map(key -> words.say(key))));
    }

    private Optional<Plan> onSale(String slug) {
        return rooms.plans().named(slug).filter(plan -> plan.sale() == Plan.Sale.ON);
    }
}
