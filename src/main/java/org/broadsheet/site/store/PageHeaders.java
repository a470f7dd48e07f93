package org.broadsheet.site.store;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes out what a page says about itself (RFC 9110, RFC 9111, RFC 5861, RFC 9875). */
public final class PageHeaders {
    /** Seconds a browser or a shared cache may go without asking; a change is told to nodes, not to them. */
    static final String FOR_EVERYONE = "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";

    static final String FOR_ONE_READER = "private, no-store";

    /** As many as every cache has to understand (RFC 9875, 2). */
    private static final int MOST_GROUPS = 32;

    private static final String CACHE_CONTROL = "Cache-Control";

    private final Map<String, String> everywhere;

    /** @param everywhere headers of every answer whatever it is, such as those for security */
    public PageHeaders(Map<String, String> everywhere) {
        this.everywhere = Map.copyOf(everywhere);
    }

    /** A body in one coding with the headers it goes out with. */
    Form form(KeptPage.Meta meta, Encoding encoding, String digest, byte[] body) {
        boolean shared = shared(meta);
        String tag = shared ? "\"" + digest + "-" + encoding.mark() + "\"" : "";
        Map<String, String> caching = caching(meta, tag);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", meta.type());
        if (encoding != Encoding.IDENTITY) {
            all.put("Content-Encoding", encoding.coding());
        }
        all.put("Content-Length", Integer.toString(body.length));
        all.putAll(caching);
        new TreeMap<>(everywhere).forEach(all::put);
        new TreeMap<>(meta.headers()).forEach(all::put);
        return new Form(encoding, tag, written(all), written(caching), body);
    }

    private static Map<String, String> caching(KeptPage.Meta meta, String tag) {
        Map<String, String> caching = new LinkedHashMap<>();
        if (!tag.isEmpty()) {
            caching.put("ETag", tag);
        }
        String given = meta.headers().get(CACHE_CONTROL);
        caching.put(CACHE_CONTROL, shared(meta) ? given == null ? FOR_EVERYONE : given : FOR_ONE_READER);
        String vary = vary(meta);
        if (!vary.isEmpty()) {
            caching.put("Vary", vary);
        }
        if (shared(meta) && !meta.tags().isEmpty()) {
            caching.put("Cache-Groups", groups(meta));
        }
        return caching;
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
        return meta.tags().stream()
                .sorted(Comparator.comparing((String tag) -> tag.startsWith("story:"))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_GROUPS)
                .map(tag -> "\"" + tag.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException for a header that would not stay one line: someone's bytes got into it */
    private static byte[] written(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder(512);
        headers.forEach((name, value) -> {
            if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("the header " + name + " holds a character it may not");
            }
            lines.append(name).append(": ").append(value).append("\r\n");
        });
        return lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
