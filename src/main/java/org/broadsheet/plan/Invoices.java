package org.broadsheet.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.InvoiceSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bills and their payment, for papers and readers without the payment provider. The door; every call is one transaction. */
@Component
@Transactional
public class Invoices {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{4})-([0-9]{5,9})");

    private final InvoiceSql sql;
    private final Book book;
    private final Presents presents;
    private final AuditLog audit;

    Invoices(Jdbi jdbi, Book book, Presents presents, AuditLog audit) {
        this.sql = NamedSql.of(jdbi, InvoiceSql.class);
        this.book = book;
        this.presents = presents;
        this.audit = audit;
    }

    /** What became of a payment that the publisher has seen. */
    public sealed interface Paid {
        record Done(Invoice invoice) implements Paid {}

        record NoSuchInvoice() implements Paid {}

        /** It has been paid before; nothing was added. */
        record Before() implements Paid {}

        /** It was withdrawn, so nothing waits for this money. */
        record Withdrawn() implements Paid {}
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Invoice> of(ReaderId reader) {
        return sql.of(reader.value()).stream().map(InvoiceSql.Row::invoice).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> of(ReaderId reader, String number) {
        Matcher parts = NUMBER.matcher(number);
        return parts.matches()
                ? sql.ofReader(year(parts), running(parts), reader.value()).map(InvoiceSql.Row::invoice)
                : Optional.empty();
    }

    /**
     * The publisher has the money.
     *
     * @param how for the record: the bank's reference
     */
    public Paid pay(String number, String how, Actor by, Instant at) {
        Matcher parts = NUMBER.matcher(number);
        Optional<InvoiceSql.Row> row = parts.matches() ? sql.find(year(parts), running(parts)) : Optional.empty();
        // the subscription first, as whoever cancels it does; then the bill as it is now
        row.flatMap(InvoiceSql.Row::subscription).ifPresent(book::lock);
        row = row.flatMap(found -> sql.lock(found.id()));
        if (row.isEmpty()) {
            return new Paid.NoSuchInvoice();
        }
        return switch (row.get().invoice().state()) {
            case PAID -> new Paid.Before();
            case VOID -> new Paid.Withdrawn();
            case OPEN -> paid(row.get(), how, by, at);
        };
    }

    private Paid paid(InvoiceSql.Row row, String how, Actor by, Instant at) {
        Optional<Invoice.Period> period = row.subscription()
                .flatMap(book::lock)
                .map(subscription -> book.paid(subscription, row.plan().plan(), at));
        sql.pay(row.id(), at, period.map(Invoice.Period::from), period.map(Invoice.Period::until));
        row.present().ifPresent(present -> presents.paid(present, at));
        Invoice invoice = sql.invoice(row.id()).orElseThrow().invoice();
        audit.write(new AuditLog.Entry(at, by, "invoice paid", "invoice " + invoice.number(), how));
        return new Paid.Done(invoice);
    }

    private static int year(Matcher parts) {
        return Integer.parseInt(parts.group(1));
    }

    private static int running(Matcher parts) {
        return Integer.parseInt(parts.group(2));
    }
}
