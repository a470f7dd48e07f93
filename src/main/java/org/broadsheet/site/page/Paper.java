package org.broadsheet.site.page;

import java.time.ZoneId;
import java.util.Optional;
import org.broadsheet.base.Language;

/**
 * Who publishes: the same on every page.
 *
 * @param baseUrl scheme and host, without a slash at the end
 * @param provider where else readers may have an account to sign in with, as they call it
 */
public record Paper(
        String name, String motto, String baseUrl, Language language, ZoneId zone, Optional<String> provider) {
    public Paper(String name, String motto, String baseUrl, Language language, ZoneId zone) {
        this(name, motto, baseUrl, language, zone, Optional.empty());
    }

    /** The absolute address of a path, as canonical links and cards want it. */
    public String url(String path) {
        return baseUrl + path;
    }
}
