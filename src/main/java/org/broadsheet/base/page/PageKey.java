package org.broadsheet.base.page;

/**
 * Which page, in which variant and with which face.
 *
 * @param path as requested, starting with a slash, not decoded, without its query
 * @param number of the part of a long list, from 1; all else in a query names no other page
 * @param variant how this reader's copy differs, an opaque short word of the room that makes the page
 * @param face what was opened of a page that is not for everyone, a short word of the room that decides; empty where
 *     nothing was decided
 */
public record PageKey(String path, int number, String variant, String face) {

    public PageKey {
        if (!path.startsWith("/") || number < 1) {
            throw new IllegalArgumentException("no page is at \"" + path + "\", part " + number);
        }
    }

    /** As anybody may see it. */
    public PageKey(String path, int number, String variant) {
        this(path, number, variant, "");
    }

    public PageKey showing(String wanted) {
        return wanted.equals(face) ? this : new PageKey(path, number, variant, wanted);
    }
}
