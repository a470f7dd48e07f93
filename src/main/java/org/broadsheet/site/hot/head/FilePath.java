package org.broadsheet.site.hot.head;

/** Addresses of files: a style sheet, a picture, a feed. These are the same for every reader and have no further parts. */
public final class FilePath {
    private FilePath() {}

    /** True where the last part of the path has a dot, which the address of no page has. */
    public static boolean is(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/');
    }
}
