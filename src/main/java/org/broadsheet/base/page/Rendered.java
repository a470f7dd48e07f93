package org.broadsheet.base.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finished page, not compressed yet.
 *
 * @param status of HTTP
 * @param type its {@code Content-Type}
 * @param body with the face that its key asked for
 * @param guarded what decides about the faces of this page; absent where it has one, and that for everyone
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
     * Says that a page is not the same for everyone: which of its faces a reader gets is decided for each, and none goes
     * where a shared cache may keep it.
     *
     * @param reach whom it is for, in the story room's word
     * @param story whose page it is, by its number
     */
    public record Guarded(String reach, long story) {}

    public Rendered {
        tags = Set.copyOf(tags);
        headers = Map.copyOf(headers);
    }

    /** A page for everyone. */
    public static Rendered open(int status, String type, byte[] body, Set<String> tags) {
        return new Rendered(status, type, body, Optional.empty(), tags, Map.of());
    }
}
