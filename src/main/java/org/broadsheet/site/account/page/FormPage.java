package org.broadsheet.site.account.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.broadsheet.site.page.Frame;

/**
 * A page that is one form.
 *
 * @param to where the reader wants to go afterwards
 * @param shortest how many characters a password has at least
 */
public record FormPage(Frame frame, Form form, String to, int shortest) {
    /** For a link to the other page of joining and signing in: the query that takes {@code to} along. */
    public String onward() {
        return to.isEmpty() || to.equals("/") ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
