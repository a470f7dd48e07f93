package org.broadsheet.base.page;

/**
 * Which page, in which variant.
 *
 * @param path as requested, starting with a slash, not decoded, without its query
 * @param number of the part of a long list, from 1; all else in a query names no other page
 * @param variant how this reader's copy differs, an opaque short word of the room that makes the page
 */
public record PageKey(String path, int number, String variant) {
    public PageKey {
        if (!path.startsWith("/") || number < 1) {
            throw new IllegalArgumentException("no page is at \"" + path + "\", part " + number);
        }
    }
}
