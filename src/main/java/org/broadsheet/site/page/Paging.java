package org.broadsheet.site.page;

import java.util.Optional;

/**
 * Where in a long list a page is.
 *
 * @param base path and query that the number is added to; page 1 is the base itself
 * @param number from 1
 * @param last from 1
 */
public record Paging(String base, int number, int last) {

    public Optional<String> newer() {
        return number > 1 ? Optional.of(href(number - 1)) : Optional.empty();
    }

    public Optional<String> older() {
        return number < last ? Optional.of(href(number + 1)) : Optional.empty();
    }

    public String href(int page) {
        if (page == 1) {
            return base;
        }
        return base + (base.indexOf('?') < 0 ? '?' : '&') + "page=" + page;
    }
}
