package org.broadsheet.site.gifts;

/**
 * "2 of 5 left this month".
 *
 * @param resets the day on which the next month begins, as people write it
 */
public record Counter(int left, int quota, String resets) {}
