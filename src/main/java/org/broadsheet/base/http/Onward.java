package org.broadsheet.base.http;

/** Where to go afterwards, as a form or a link says it: a path of this paper and nothing else. */
public final class Onward {
    private Onward() {}

    /** The path, or the front page where it is none of this paper's. */
    public static String to(String wanted) {
        return wanted.matches("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?(?:\\?[A-Za-z0-9=&._~%-]{1,200})?")
                        && wanted.length() <= 500
                ? wanted
                : "/";
    }
}
