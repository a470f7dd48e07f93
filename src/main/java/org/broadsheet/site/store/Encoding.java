package org.broadsheet.site.store;

/** The codings a body is kept in, smallest first. */
public enum Encoding {
    BROTLI("br", 'b'),
    GZIP("gzip", 'g'),
    IDENTITY("identity", 'i');

    private final String coding;
    private final char mark;

    Encoding(String coding, char mark) {
        this.coding = coding;
        this.mark = mark;
    }

    /** Its name in {@code Content-Encoding} (RFC 9110, 8.4.1; RFC 7932). */
    public String coding() {
        return coding;
    }

    /** The letter that tells its entity tag from those of the same page in another coding (RFC 9110, 8.8.3.3). */
    char mark() {
        return mark;
    }
}
