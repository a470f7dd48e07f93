package org.broadsheet.story;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Slugs;

/**
 * Where a story stands in the paper: {@code /{section}/{yyyy}/{mm}/{dd}/{slug}}.
 *
 * @param day of first publication, in the paper's zone
 */
public record Address(String section, LocalDate day, String slug) {
    private static final Pattern PATH =
            Pattern.compile("/([a-z0-9-]{1,80})/(\\d{4})/(\\d{2})/(\\d{2})/([a-z0-9-]{1,80})");

    public Address {
        if (!Slugs.isSlug(section) || !Slugs.isSlug(slug)) {
            throw new IllegalArgumentException("\"" + section + "\" and \"" + slug + "\" make no address");
        }
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("year is " + day.getYear() + "; expected 1 to 9999");
        }
    }

    public String path() {
        return "/" + section + "/" + figures(10_000 + day.getYear()) + "/" + figures(100 + day.getMonthValue()) + "/"
                + figures(100 + day.getDayOfMonth()) + "/" + slug;
    }

    /** With the noughts before them, which the leading 1 holds the place for. */
    private static String figures(int withLeadingOne) {
        return Integer.toString(withLeadingOne).substring(1);
    }

    /** The address that a path names; nothing where the path is not of this shape or names no day of the calendar. */
    public static Optional<Address> of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || !Slugs.isSlug(parts.group(1)) || !Slugs.isSlug(parts.group(5))) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)));
            return day.getYear() < 1 ? Optional.empty() : Optional.of(new Address(parts.group(1), day, parts.group(5)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
