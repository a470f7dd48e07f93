package org.broadsheet.base.words;

import java.time.ZonedDateTime;

/**
 * One instant as a page may show it. Written only as it is asked for: a card needs two of the four ways, and a page has a
 * dozen cards.
 *
 * @param at in the paper's zone
 * @param recent the day needs no year
 */
public record Moment(ZonedDateTime at, Dates dates, boolean recent) {

    /** For {@code datetime}: {@code 2026-01-03T11:10:07+07:00}. */
    public String machine() {
        return dates.machine(at);
    }

    /** {@code Sat, January 3, 2026}. */
    public String people() {
        return dates.people(at);
    }

    /** {@code January 3}; with its year in lists, where the day alone could be taken for another. */
    public String day() {
        return dates.day(at, recent);
    }

    /** With the zone's name: {@code 11:10 WIB}. */
    public String clock() {
        return dates.clock(at);
    }
}
