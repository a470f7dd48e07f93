package org.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Code;
import org.broadsheet.plan.book.SeatSql;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Invitations;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions that several people read by: their owner asks others in. The door; every call is one transaction. */
@Component
@Transactional
public class Groups {
    /** An invitation that nobody has taken up by then is good no more; the owner can send another. */
    static final Duration OFFER_LIFE = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    /** Beside twice the seats there are: who mistypes an address may well try again. */
    private static final int MORE_A_DAY = 10;

    private final SeatSql sql;
    private final Book book;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;

    Groups(Jdbi jdbi, Book book, Invitations invitations, ApplicationEventPublisher events) {
        this.sql = NamedSql.of(jdbi, SeatSql.class);
        this.book = book;
        this.invitations = invitations;
        this.events = events;
    }

    /**
     * A chair beside the owner's.
     *
     * @param reads false where a smaller plan has no chair for it any more
     */
    public record Seat(long id, String email, Instant invited, Optional<Instant> taken, boolean reads) {}

    /**
     * Somebody else's subscription that a reader reads by.
     *
     * @param reads false where a smaller plan has no chair for them any more
     */
    public record Place(long seat, String plan, boolean reads) {}

    /** What became of an invitation. */
    public sealed interface Invited {
        record Done() implements Invited {}

        /** Every seat is somebody's. */
        record Full(int seats) implements Invited {}

        /** This address has a seat or an invitation. */
        record Before() implements Invited {}

        record NotThere() implements Invited {}

        /** Invitations are mail to people who may not want it: so many a day, and no more. */
        record TooMany() implements Invited {}

        /** The same, by whoever sent them to this address. */
        record AddressTired() implements Invited {}
    }

    /** What became of taking one up. */
    public sealed interface Taken {
        record Done(String plan) implements Taken {}

        /** Withdrawn, run out, taken by somebody, or never one. */
        record NoSuchOffer() implements Taken {}

        /** The owner's own, or of somebody who has a seat already. */
        record ReadsAlready() implements Taken {}
    }

    /** Sends somebody an invitation to a free seat. */
    public Invited invite(ReaderId owner, long subscription, Email to, Instant at) {
        Optional<Subscription> group =
                book.lock(subscription, owner).filter(each -> each.standing(at).reads());
        if (group.isEmpty()) {
            return new Invited.NotThere();
        }
        if (sql.invitedSince(subscription, at.minus(DAY)) >= 2 * group.get().seats() + MORE_A_DAY) {
            return new Invited.TooMany();
        }
        List<SeatSql.Row> taken = sql.of(subscription);
        if (taken.stream().anyMatch(seat -> seat.email().equalsIgnoreCase(to.address()))) {
            return new Invited.Before();
        }
        if (taken.size() >= group.get().seats() - 1) {
            return new Invited.Full(group.get().seats());
        }
        Set<Integer> numbers = taken.stream().map(SeatSql.Row::number).collect(Collectors.toSet());
        int free = IntStream.rangeClosed(2, group.get().seats())
                .filter(number -> !numbers.contains(number))
                .findFirst()
                .orElseThrow();
        return switch (invitations.take(owner, to, at)) {
            case SENDER_TIRED -> new Invited.TooMany();
            case ADDRESS_TIRED -> new Invited.AddressTired();
            case YES -> {
                String token = Code.token();
                sql.invite(subscription, free, to.address(), Code.hash(token), at);
                events.publishEvent(new PlanNews.SeatOffered(
                        to.address(), group.get().plan().name(), owner, token));
                yield new Invited.Done();
            }
        };
    }

    /** Sits down, by the link of an invitation. */
    public Taken take(ReaderId reader, String token, Instant at) {
        Optional<SeatSql.Offer> offer = sql.offered(Code.hash(token))
                .filter(each -> each.invitedAt().plus(OFFER_LIFE).isAfter(at));
        if (offer.isEmpty()) {
            return new Taken.NoSuchOffer();
        }
        // the subscription first, as whoever invites and removes does; then what the seat is now
        Subscription group = book.lock(offer.get().subscription()).orElseThrow();
        offer = sql.offered(Code.hash(token));
        if (offer.isEmpty()) {
            return new Taken.NoSuchOffer();
        }
        Optional<Long> sitting = offer.get().reader();
        if (sitting.isPresent()) {
            return sitting.get() == reader.value() ? new Taken.Done(group.plan().name()) : new Taken.NoSuchOffer();
        }
        if (group.reader().equals(Optional.of(reader)) || sql.sits(group.id(), reader.value())) {
            return new Taken.ReadsAlready();
        }
        if (!sql.within(offer.get().id())) {
            return new Taken.NoSuchOffer();
        }
        sql.take(offer.get().id(), reader.value(), at);
        book.announce(reader);
        return new Taken.Done(group.plan().name());
    }

    /** Frees a seat; who sat there reads by it no more. False where it is none of this owner's. */
    public boolean remove(ReaderId owner, long subscription, long seat, Instant at) {
        boolean removed = book.lock(subscription, owner).isPresent() && gone(sql.remove(seat, subscription, at));
        if (removed) {
            // whom a smaller plan had left without a chair may have this one
            book.announce(subscription);
        }
        return removed;
    }

    /** Gets up. False where this reader does not sit there. */
    public boolean leave(ReaderId reader, long seat, Instant at) {
        return sql.mine(reader.value()).stream()
                .filter(each -> each.id() == seat)
                .anyMatch(each -> gone(sql.remove(seat, each.subscription(), at)));
    }

    /** Seats that are taken or offered, of this owner's subscription. */
    @Transactional(readOnly = true)
    public List<Seat> seats(Subscription group) {
        List<SeatSql.Row> rows = sql.of(group.id());
        return IntStream.range(0, rows.size())
                .mapToObj(place -> seat(rows.get(place), place < group.seats() - 1))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Place> places(ReaderId reader) {
        return sql.mine(reader.value()).stream()
                .map(row -> new Place(row.id(), row.plan(), row.within()))
                .toList();
    }

    private static Seat seat(SeatSql.Row row, boolean reads) {
        return new Seat(row.id(), row.email(), row.invitedAt(), row.takenAt(), reads);
    }

    private boolean gone(Optional<SeatSql.Gone> seat) {
        seat.flatMap(SeatSql.Gone::reader).ifPresent(reader -> book.announce(new ReaderId(reader)));
        return seat.isPresent();
    }
}
