package org.broadsheet.site.store;

/** Compares {@code If-None-Match} with the tag of what would be sent (RFC 9110, 13.1.2). */
public final class EntityTags {
    private EntityTags() {}

    /**
     * Weak comparison against each tag of the list, or {@code *}. A list with an error in it matches nothing: sending the
     * page again is never wrong.
     *
     * @param tag with its quotes
     */
    public static boolean match(String ifNoneMatch, String tag) {
        String list = ifNoneMatch.strip();
        if (list.equals("*")) {
            return true;
        }
        boolean found = false;
        int at = 0;
        while (at < list.length()) {
            at += list.startsWith("W/", at) ? 2 : 0;
            int end = list.startsWith("\"", at) ? list.indexOf('"', at + 1) : -1;
            if (end < 0) {
                return false;
            }
            found |= end + 1 - at == tag.length() && list.startsWith(tag, at);
            at = next(list, end + 1);
            if (at < 0) {
                return false;
            }
        }
        return found;
    }

    /** Where the next tag begins, the length at the end of the list, or -1 where something else than a comma follows. */
    private static int next(String list, int from) {
        int at = from;
        int commas = 0;
        while (at < list.length() && (list.charAt(at) == ' ' || list.charAt(at) == '\t' || list.charAt(at) == ',')) {
            commas += list.charAt(at) == ',' ? 1 : 0;
            at++;
        }
        return at < list.length() && commas == 0 ? -1 : at;
    }
}
