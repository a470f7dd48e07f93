package org.broadsheet.base.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a form was sent by a page of this paper, as the browser says: {@code Sec-Fetch-Site} where it sends that, else
 * {@code Origin}. Browsers that say neither, or that withhold where they come from, are believed.
 */
public final class FromHere {
    private FromHere() {}

    /**
     * For forms that anybody may send.
     *
     * @param paper the address readers use
     */
    public static boolean is(HttpServletRequest request, URI paper) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return header(request, "Origin")
                .filter(origin -> !origin.equals("null"))
                .map(origin -> origin.equals(paper.toString())
                        || header(request, "Host")
                                .map(host -> origin.equals("http://" + host) || origin.equals("https://" + host))
                                .orElse(false))
                .orElse(true);
    }

    /**
     * For forms that act for somebody who is signed in: the browser has to say that they come from here. Every browser that
     * the paper supports does.
     */
    public static boolean isSaid(HttpServletRequest request, URI paper) {
        boolean silent = header(request, "Sec-Fetch-Site").isEmpty()
                && header(request, "Origin")
                        .filter(origin -> !origin.equals("null"))
                        .isEmpty();
        return !silent && is(request, paper);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).map(value -> value.toLowerCase(Locale.ROOT));
    }
}
