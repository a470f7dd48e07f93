package org.broadsheet.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plain links that hand a story's address to another service; no script of theirs is ever loaded. */
public final class ShareLinks {
    private ShareLinks() {}

    /** WhatsApp, X, Facebook, LinkedIn, Telegram and e-mail, in this order; the last is named {@code e-mail}. */
    public static List<Link> of(String url, String headline) {
        String address = encode(url);
        String title = encode(headline);
        return List.of(
                new Link("WhatsApp", "https://wa.me/?text=" + title + "%20" + address),
                new Link("X", "https://x.com/intent/post?text=" + title + "&url=" + address),
                new Link("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + address),
                new Link("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=" + address),
                new Link("Telegram", "https://t.me/share/url?url=" + address + "&text=" + title),
                new Link("e-mail", "mailto:?subject=" + title + "&body=" + title + "%0A%0A" + address));
    }

    /** As RFC 3986 has it, where a blank is %20: mail programs show a plus sign as it is. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
