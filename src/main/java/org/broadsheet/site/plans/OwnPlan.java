package org.broadsheet.site.plans;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.plan.Groups;
import org.broadsheet.plan.Invoice;
import org.broadsheet.plan.Invoices;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscription.Source;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.plans.words.PlanWords;
import org.springframework.stereotype.Component;

/** Gathers what a reader has. */
@Component
class OwnPlan {
    private final Books books;
    private final PlanWords words;
    private final Settings settings;
    private final InstantSource clock;

    /** What is looked at. */
    @Component
    record Books(Plans plans, Subscriptions subscriptions, Groups groups, Invoices invoices) {}

    OwnPlan(Books books, PlanWords words, Settings settings, InstantSource clock) {
        this.books = books;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    OwnPlanPage page(Frame frame, ReaderId reader, Optional<String> done, Optional<String> problem) {
        Instant now = clock.instant();
        List<Subscription> all = books.subscriptions().of(reader);
        List<Subscription> living = all.stream()
                .filter(each -> !(each.standing(now) instanceof Standing.Lapsed))
                .toList();
        List<Subscription> shown = living.isEmpty() ? all.stream().limit(1).toList() : living;
        return new OwnPlanPage(
                frame,
                done,
                problem,
                shown.stream().map(each -> held(each, now)).toList(),
                books.groups().places(reader).stream()
                        .map(place -> new OwnPlanPage.Seat(
                                place.seat(),
                                words.say(place.reads() ? "own.place" : "own.place.beyond", place.plan())))
                        .toList(),
                books.invoices().of(reader).stream().map(this::bill).toList(),
                all.stream().anyMatch(each -> each.source() == Source.STRIPE));
    }

    Optional<Invoice> invoice(ReaderId reader, String number) {
        return books.invoices().of(reader, number);
    }

    InvoicePage page(Frame frame, Invoice invoice) {
        List<InvoicePage.Line> lines = new ArrayList<>();
        line(lines, "invoice.from", settings.paper().name());
        line(lines, "invoice.to", invoice.billedTo());
        line(lines, "invoice.issued", words.day(invoice.issued()));
        line(lines, "invoice.due", words.day(invoice.due()));
        line(
                lines,
                "invoice.what",
                words.say(
                        invoice.purpose() == Invoice.Purpose.PRESENT ? "invoice.present" : "invoice.subscription",
                        invoice.plan().name(),
                        invoice.months()));
        invoice.period()
                .ifPresent(period -> line(
                        lines,
                        "invoice.period",
                        words.say("invoice.period.text", words.day(period.from()), words.day(period.until()))));
        line(lines, "invoice.amount", words.money(invoice.amount()));
        String payTo = invoice.open()
                ? settings.sales()
                        .payTo()
                        .orElseGet(
                                () -> words.say("invoice.ask", settings.paper().name()))
                : "";
        return new InvoicePage(frame, invoice.number(), state(invoice), lines, payTo);
    }

    private OwnPlanPage.Held held(Subscription subscription, Instant now) {
        Standing standing = subscription.standing(now);
        boolean changes = subscription.renews(now) && standing.reads();
        return new OwnPlanPage.Held(
                subscription.id(),
                subscription.plan().name(),
                words.standing(subscription, now),
                standing.reads() ? words.say("own.gifts", subscription.plan().gifts()) : "",
                subscription.renews(now),
                standing instanceof Standing.Leaving && subscription.source().renews(),
                changes
                        ? books.plans().onSale().stream()
                                .filter(plan ->
                                        !plan.slug().equals(subscription.plan().slug()))
                                .map(words::card)
                                .toList()
                        : List.of(),
                Optional.of(group(subscription))
                        .filter(group -> standing.reads())
                        .filter(group ->
                                subscription.seats() > 1 || !group.seats().isEmpty()));
    }

    private OwnPlanPage.Group group(Subscription subscription) {
        List<OwnPlanPage.Seat> seats = books.groups().seats(subscription).stream()
                .map(seat -> new OwnPlanPage.Seat(
                        seat.id(),
                        words.say(
                                !seat.reads()
                                        ? "own.seat.beyond"
                                        : seat.taken().isPresent() ? "own.seat.taken" : "own.seat.offered",
                                seat.email())))
                .toList();
        int left = Math.max(0, subscription.seats() - 1 - seats.size());
        return new OwnPlanPage.Group(seats, words.say("own.seats", left, subscription.seats()));
    }

    private OwnPlanPage.Bill bill(Invoice invoice) {
        return new OwnPlanPage.Bill(invoice.number(), words.money(invoice.amount()), state(invoice));
    }

    private String state(Invoice invoice) {
        return words.say("invoice.state." + invoice.state().name().toLowerCase(Locale.ROOT), words.day(invoice.due()));
    }

    private void line(List<InvoicePage.Line> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(new InvoicePage.Line(words.say(key), value));
        }
    }
}
