package org.broadsheet.base.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finished page, not compressed yet.
 *
 * @param status of HTTP
 * @param type its {@code Content-Type}
 * @param body what anyone may see
 * @param guarded what only a granted access opens, and then never for a shared cache; absent where {@code body} is all
 * @param tags what it shows, as {@code kind:key} of the changes that make it stale: {@code story:12}, {@code section:data}
 * @param headers more of them, such as {@code Location}
 */
public record Rendered(
        int status,
        String type,
        byte[] body,
        Optional<Guarded> guarded,
        Set<String> tags,
        Map<String, String> headers) {

    /**
     * The whole of a page that is not for everyone.
     *
     * @param reach whom it is for, in the story room's word
     */
    public record Guarded(String reach, byte[] whole) {}

    public Rendered {
        tags = Set.copyOf(tags);
        headers = Map.copyOf(headers);
    }

    /** A page for everyone. */
    public static Rendered open(int status, String type, byte[] body, Set<String> tags) {
        return new Rendered(status, type, body, Optional.empty(), tags, Map.of());
    }
}
