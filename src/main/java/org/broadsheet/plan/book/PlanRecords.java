package org.broadsheet.plan.book;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.Invoice;
import org.broadsheet.plan.Present;
import org.broadsheet.plan.Subscription;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the books say of a person. When the account goes, so do seats, codes tried and presents' addresses; subscriptions end,
 * and they and the invoices stay without the person, because tax law wants to see for years what was sold.
 */
@Component
class PlanRecords implements PersonalData {
    private final SubscriptionSql subscriptions;
    private final InvoiceSql invoices;
    private final PresentSql presents;
    private final SeatSql seats;
    private final PersonSql person;
    private final Book book;
    private final InstantSource clock;

    PlanRecords(Jdbi jdbi, Book book, InstantSource clock) {
        this.subscriptions = NamedSql.of(jdbi, SubscriptionSql.class);
        this.invoices = NamedSql.of(jdbi, InvoiceSql.class);
        this.presents = NamedSql.of(jdbi, PresentSql.class);
        this.seats = NamedSql.of(jdbi, SeatSql.class);
        this.person = NamedSql.of(jdbi, PersonSql.class);
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "subscriptions";
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(ReaderId reader) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "subscriptions",
                subscriptions.of(reader.value()).stream()
                        .map(SubscriptionRow::subscription)
                        .map(PlanRecords::record)
                        .toList());
        all.put(
                "invoices",
                invoices.of(reader.value()).stream()
                        .map(InvoiceSql.Row::invoice)
                        .map(PlanRecords::record)
                        .toList());
        all.put(
                "given",
                presents.of(reader.value()).stream()
                        .map(PresentSql.Row::present)
                        .map(PlanRecords::record)
                        .toList());
        all.put(
                "seats",
                person.seats(reader.value()).stream().map(PlanRecords::record).toList());
        all.put("free times", person.trials(reader.value()));
        all.put(
                "vouchers",
                person.redeemed(reader.value()).stream()
                        .map(each -> Map.of("plan", each.plan(), "months", each.months(), "used", each.at()))
                        .toList());
        return all;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ReaderId reader) {
        Instant now = clock.instant();
        for (Subscription subscription : book.alone(reader)) {
            if (subscription.facts().endedAt().filter(end -> !end.isAfter(now)).isEmpty()) {
                book.change(subscription, subscription.facts().ended(now), now);
            }
        }
        book.announce(reader);
        invoices.withoutPerson(reader.value(), now);
        presents.withoutPerson(reader.value());
        seats.forget(reader.value());
        subscriptions.withoutPerson(reader.value());
    }

    private static Map<String, Object> record(Subscription subscription) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("plan", subscription.plan().name());
        record.put("called", subscription.plan().slug());
        record.put("price", subscription.price().toString());
        record.put("every", subscription.every().word());
        record.put("source", subscription.source().word());
        record.put("began", subscription.facts().beganAt());
        subscription.facts().trialUntil().ifPresent(at -> record.put("free until", at));
        subscription.facts().paidUntil().ifPresent(at -> record.put("paid until", at));
        subscription.facts().cancelledAt().ifPresent(at -> record.put("cancelled", at));
        subscription.facts().endedAt().ifPresent(at -> record.put("ended", at));
        return record;
    }

    private static Map<String, Object> record(PersonSql.Seat seat) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("plan", seat.plan());
        record.put("invited", seat.invitedAt());
        seat.takenAt().ifPresent(at -> record.put("taken", at));
        seat.removedAt().ifPresent(at -> record.put("removed", at));
        return record;
    }

    private static Map<String, Object> record(Invoice invoice) {
        return Map.of(
                "number", invoice.number(),
                "amount", invoice.amount().toString(),
                "plan", invoice.plan().name(),
                "billed to", invoice.billedTo(),
                "issued", invoice.issued(),
                "state", invoice.state().name().toLowerCase(Locale.ROOT));
    }

    private static List<Object> record(Present present) {
        return List.of(present.plan().name(), present.recipient(), present.from(), present.note(), present.ordered());
    }
}
