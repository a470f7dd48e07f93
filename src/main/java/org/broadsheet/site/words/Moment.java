package org.broadsheet.site.words;

/**
 * One instant, already written in the paper's zone and language.
 *
 * @param machine for {@code datetime}: {@code 2026-01-03T11:10:07+07:00}
 * @param people {@code Sat, January 3, 2026}
 * @param day {@code January 3}; with its year in lists, where the day alone could be taken for another
 * @param clock with the zone's name: {@code 11:10 WIB}
 */
public record Moment(String machine, String people, String day, String clock) {}
