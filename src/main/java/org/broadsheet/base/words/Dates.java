package org.broadsheet.base.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.broadsheet.base.Language;

/** Writes instants as the paper's readers and their programs read them: in its zone, in one language. */
public final class Dates {
    private static final DateTimeFormatter MACHINE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** A day of so many months before an edition needs no year in it. */
    private static final int PLAIN_MONTHS = 10;

    private final ZoneId zone;
    private final DateTimeFormatter people;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter masthead;

    public Dates(ZoneId zone, Language language) {
        this.zone = zone;
        Order order = language.primary().equals("en") ? Order.MONTH_FIRST : Order.DAY_FIRST;
        Locale locale = language.locale();
        people = DateTimeFormatter.ofPattern(order.people, locale);
        day = DateTimeFormatter.ofPattern(order.day, locale);
        dayAndYear = DateTimeFormatter.ofPattern(order.dayAndYear, locale);
        clock = DateTimeFormatter.ofPattern("HH:mm zzz", locale);
        masthead = DateTimeFormatter.ofPattern(order.masthead, locale);
    }

    public Moment moment(Instant instant) {
        return new Moment(instant.atZone(zone), this, true);
    }

    /** As in an edition of that time: a day that could be taken for one of another year says its own. */
    public Moment moment(Instant instant, Instant edition) {
        ZonedDateTime here = instant.atZone(zone);
        return new Moment(here, this, here.isAfter(edition.atZone(zone).minusMonths(PLAIN_MONTHS)));
    }

    String machine(ZonedDateTime at) {
        return MACHINE.format(at);
    }

    String people(ZonedDateTime at) {
        return people.format(at);
    }

    String day(ZonedDateTime at, boolean recent) {
        return (recent ? day : dayAndYear).format(at);
    }

    String clock(ZonedDateTime at) {
        return clock.format(at);
    }

    /** {@code Saturday, January 3, 2026}, as the masthead says it. */
    public String masthead(Instant instant) {
        return masthead.format(instant.atZone(zone));
    }

    /** The day in the paper's zone that an instant falls on. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** Where the month's name stands. Indonesian, like most, puts the day first and keeps weekdays whole. */
    private enum Order {
        MONTH_FIRST("EEE, MMMM d, uuuu", "MMMM d", "MMMM d, uuuu", "EEEE, MMMM d, uuuu"),
        DAY_FIRST("EEEE, d MMMM uuuu", "d MMMM", "d MMMM uuuu", "EEEE, d MMMM uuuu");

        private final String people;
        private final String day;
        private final String dayAndYear;
        private final String masthead;

        Order(String people, String day, String dayAndYear, String masthead) {
            this.people = people;
            this.day = day;
            this.dayAndYear = dayAndYear;
            this.masthead = masthead;
        }
    }
}
