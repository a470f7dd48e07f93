package org.broadsheet.site.hot;

import org.broadsheet.base.page.PageKey;
import org.broadsheet.paywall.Coming;
import org.broadsheet.site.store.Encoding;

/**
 * One request for a page.
 *
 * @param ifNoneMatch the header's value, empty where there is none
 * @param forwarded the header {@code X-Forwarded-For}, empty where there is none
 */
record Asked(PageKey key, Visitor visitor, Encoding encoding, String ifNoneMatch, Method method, String forwarded) {

    enum Method {
        GET,
        /** By a browser that fetches what its reader may want next. */
        GET_AHEAD,
        HEAD
    }

    Coming coming() {
        if (method == Method.HEAD || !visitor.person()) {
            return Coming.LOOKS;
        }
        return method == Method.GET_AHEAD ? Coming.AHEAD : Coming.OPENS;
    }

    Asked by(Visitor other) {
        PageKey own = Desk.key(key.path(), key.number(), other);
        return new Asked(own, other, encoding, ifNoneMatch, method, forwarded);
    }
}
