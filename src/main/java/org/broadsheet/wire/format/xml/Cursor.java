package org.broadsheet.wire.format.xml;

/** A place in the characters of a document. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean more() {
        return at < text.length();
    }

    int at() {
        return at;
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    void skip(int count) {
        at = Math.min(text.length(), at + count);
    }

    boolean startsWith(String what) {
        return text.startsWith(what, at);
    }

    boolean startsWithIgnoringCase(String what) {
        return text.regionMatches(true, at, what, 0, what.length());
    }

    boolean has(String what) {
        return text.indexOf(what, at) >= 0;
    }

    void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Up to the mark, which is passed over; to the end when the mark never comes. */
    String upTo(String mark) {
        int end = text.indexOf(mark, at);
        String found = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + mark.length();
        return found;
    }

    /** Up to the character, which stays; to the end when it never comes. */
    String before(char mark) {
        int end = text.indexOf(mark, at);
        String found = text.substring(at, end < 0 ? text.length() : end);
        at += found.length();
        return found;
    }

    /** A run of name characters, taken generously; empty when there is none. */
    String name() {
        int start = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':' || Character.isSurrogate(c);
    }

    private static boolean isName(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.' || c == '\u00b7';
    }
}
