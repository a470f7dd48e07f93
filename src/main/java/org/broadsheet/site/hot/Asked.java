package org.broadsheet.site.hot;

import org.broadsheet.base.page.PageKey;
import org.broadsheet.site.store.Encoding;

/**
 * One request for a page.
 *
 * @param ifNoneMatch the header's value, empty where there is none
 */
record Asked(PageKey key, Visitor visitor, Encoding encoding, String ifNoneMatch, Method method) {
    enum Method {
        GET,
        HEAD
    }
}
