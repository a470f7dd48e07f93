package org.broadsheet.site.page;

import java.time.ZoneId;
import org.broadsheet.base.Language;

/**
 * Who publishes: the same on every page.
 *
 * @param baseUrl scheme and host, without a slash at the end
 */
public record Paper(String name, String motto, String baseUrl, Language language, ZoneId zone) {

    /** The absolute address of a path, as canonical links and cards want it. */
    public String url(String path) {
        return baseUrl + path;
    }
}
