package org.broadsheet.site.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes out what a page says about itself (RFC 9110, RFC 9111, RFC 5861, RFC 9875). */
public final class PageHeaders {
    /** Seconds a browser or a shared cache may go without asking; a change is told to nodes, not to them. */
    static final String FOR_EVERYONE = "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";

    static final String FOR_ONE_READER = "private, no-store";

    /** As many as every cache has to understand (RFC 9875, 2). */
    private static final int MOST_GROUPS = 32;

    private static final Comparator<String> LISTS_FIRST =
            Comparator.comparing((String tag) -> tag.startsWith("story:")).thenComparing(Comparator.naturalOrder());

    private static final String CACHE_CONTROL = "Cache-Control";

    private final Map<String, String> everywhere;

    /** @param everywhere headers of every answer whatever it is, such as those for security */
    public PageHeaders(Map<String, String> everywhere) {
        this.everywhere = Collections.unmodifiableMap(new TreeMap<>(everywhere));
    }

    /** A body in one coding with the headers it goes out with. */
    Form form(KeptPage.Meta meta, Encoding encoding, String digest, byte[] body) {
        String tag = shared(meta) ? "\"" + digest + "-" + encoding.mark() + "\"" : "";
        String groups = shared(meta) && !meta.tags().isEmpty() ? groups(meta) : "";
        HeaderLines all = new HeaderLines(meta.headers().keySet()).add("Content-Type", meta.type());
        if (encoding != Encoding.IDENTITY) {
            all.add("Content-Encoding", encoding.coding());
        }
        all.add("Content-Length", Integer.toString(body.length));
        caching(all, meta, tag, groups);
        everywhere.forEach(all::add);
        new TreeMap<>(meta.headers()).forEach(all::addOwn);
        return new Form(
                encoding,
                tag,
                all.written(),
                caching(new HeaderLines(Set.of()), meta, tag, groups).written(),
                body);
    }

    private static HeaderLines caching(HeaderLines lines, KeptPage.Meta meta, String tag, String groups) {
        if (!tag.isEmpty()) {
            lines.add("ETag", tag);
        }
        String given = meta.headers().get(CACHE_CONTROL);
        lines.add(CACHE_CONTROL, shared(meta) ? given == null ? FOR_EVERYONE : given : FOR_ONE_READER);
        String vary = vary(meta);
        if (!vary.isEmpty()) {
            lines.add("Vary", vary);
        }
        if (!groups.isEmpty()) {
            lines.add("Cache-Groups", groups);
        }
        return lines;
    }

    /** What depends on a reader's rights or on who they are, or is rare on purpose, is nobody else's. */
    static boolean shared(KeptPage.Meta meta) {
        return meta.guard().isEmpty() && !(html(meta) && meta.copy().differs() != Copy.Differs.BY_COOKIE);
    }

    private static String vary(KeptPage.Meta meta) {
        if (!compressible(meta.type())) {
            return html(meta) ? "Cookie" : "";
        }
        return html(meta) ? "Accept-Encoding, Cookie" : "Accept-Encoding";
    }

    /** True for what gets smaller: text of any kind; pictures and fonts come compressed. */
    static boolean compressible(String type) {
        String bare = type.toLowerCase(Locale.ROOT);
        return bare.startsWith("text/")
                || bare.contains("json")
                || bare.contains("xml")
                || bare.contains("javascript")
                || bare.contains("manifest");
    }

    private static boolean html(KeptPage.Meta meta) {
        return meta.type().startsWith("text/html");
    }

    /** Sections and lists first: they are fewer, and sooner changed. */
    private static String groups(KeptPage.Meta meta) {
        String[] tags = meta.tags().toArray(String[]::new);
        Arrays.sort(tags, LISTS_FIRST);
        StringBuilder groups = new StringBuilder(32 * tags.length);
        for (String tag : tags.length > MOST_GROUPS ? Arrays.copyOf(tags, MOST_GROUPS) : tags) {
            groups.append(groups.isEmpty() ? "\"" : ", \"")
                    .append(tag.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return groups.toString();
    }
}
