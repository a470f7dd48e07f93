package org.broadsheet.site.hot;

/**
 * What goes out.
 *
 * @param head header lines with the empty line
 * @param body empty for HEAD and 304
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, byte[] head, byte[] body) {
    static final byte[] NOTHING = new byte[0];
}
