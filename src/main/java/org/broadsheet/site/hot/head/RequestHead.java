package org.broadsheet.site.hot.head;

/**
 * The head of one plain request: a GET or HEAD for a plain path with one plain Host and no body. Whatever has the least
 * oddity is not for this parser; Jetty's then decides whether to serve or to refuse it, so that nothing is ever read in
 * two ways. Reused from request to request.
 */
public final class RequestHead {

    public enum Outcome {
        /** A whole plain request has been read. */
        PLAIN,
        /** Nothing odd so far, and no end. */
        UNFINISHED,
        /** For Jetty to look at. */
        ODD
    }

    public final Range path = new Range();
    public final Range cookies = new Range();
    public final Range browser = new Range();
    public final Range encodings = new Range();
    public final Range ifNoneMatch = new Range();
    public final Range forwarded = new Range();

    private int number;
    private boolean headOnly;
    private boolean last;
    private int hosts;
    private int end;

    /** Where the next request begins. */
    public int end() {
        return end;
    }

    /** True for HEAD. */
    public boolean headOnly() {
        return headOnly;
    }

    /** True where the client wants the connection closed after this. */
    public boolean last() {
        return last;
    }

    /** Of the part of a long list, from 1. */
    public int number() {
        return number;
    }

    public Outcome read(byte[] bytes, int from, int to) {
        reset();
        int line = requestLine(bytes, from, to);
        while (line > 0) {
            if (line + 1 < to && bytes[line] == '\r' && bytes[line + 1] == '\n') {
                end = line + 2;
                return hosts == 1 ? Outcome.PLAIN : Outcome.ODD;
            }
            line = header(bytes, line, to);
        }
        return line == 0 ? Outcome.UNFINISHED : Outcome.ODD;
    }

    private void reset() {
        path.clear();
        cookies.clear();
        browser.clear();
        encodings.clear();
        ifNoneMatch.clear();
        forwarded.clear();
        number = 1;
        headOnly = false;
        last = false;
        hosts = 0;
    }

    /** Where the first header line begins, 0 where the bytes end before that, -1 for what is odd. */
    private int requestLine(byte[] bytes, int from, int to) {
        int at = starts(bytes, from, to, "GET ");
        if (at < 0) {
            at = starts(bytes, from, to, "HEAD ");
            headOnly = at > 0;
        }
        if (at <= 0) {
            return at;
        }
        int begin = at;
        while (at < to && Octets.ofPath(bytes[at])) {
            at++;
        }
        path.set(begin, at);
        if (at < to && bytes[at] == '?') {
            at = query(bytes, at + 1, to);
        }
        if (at < 0) {
            return -1;
        }
        if (at == to) {
            return 0;
        }
        if (path.isEmpty() || bytes[begin] != '/' || Octets.hasDots(bytes, begin, path.to())) {
            return -1;
        }
        return starts(bytes, at, to, " HTTP/1.1\r\n");
    }

    /** The end of the query; a {@code page} in it is the number of the part, anything else names no other page. */
    private int query(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Octets.ofQuery(bytes[at])) {
            at++;
        }
        if (at == to) {
            return at;
        }
        number = PageNumber.in(bytes, from, at);
        return number == 0 ? -1 : at;
    }

    /** As {@link #requestLine}: where the next line begins. */
    private int header(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && Octets.ofName(bytes[colon])) {
            colon++;
        }
        if (colon == to) {
            return 0;
        }
        if (bytes[colon] != ':') {
            return colon == from && bytes[from] == '\r' && colon + 1 == to ? 0 : -1;
        }
        int at = colon + 1;
        while (at < to && Octets.ofValue(bytes[at])) {
            at++;
        }
        if (at >= to - 1) {
            return at == to || bytes[at] == '\r' ? 0 : -1;
        }
        if (bytes[at] != '\r' || bytes[at + 1] != '\n') {
            return -1;
        }
        return understood(bytes, from, colon, at) ? at + 2 : -1;
    }

    /** False for a header that makes a request more than plain. */
    private boolean understood(byte[] bytes, int from, int colon, int end) {
        int begin = colon + 1;
        while (begin < end && Octets.blank(bytes[begin])) {
            begin++;
        }
        int close = end;
        while (close > begin && Octets.blank(bytes[close - 1])) {
            close--;
        }
        return switch (Header.of(bytes, from, colon)) {
            case HOST -> ++hosts == 1 && Octets.plainHost(bytes, begin, close);
            case ACCEPT_ENCODING -> once(encodings, begin, close);
            case COOKIE -> once(cookies, begin, close);
            case USER_AGENT -> once(browser, begin, close);
            case IF_NONE_MATCH -> once(ifNoneMatch, begin, close);
            case FORWARDED_FOR -> once(forwarded, begin, close);
            case CONNECTION -> connection(bytes, begin, close);
            case NOT_PLAIN -> false;
            case OTHER -> true;
        };
    }

    private static boolean once(Range range, int begin, int end) {
        if (!range.isEmpty() || begin == end) {
            return false;
        }
        range.set(begin, end);
        return true;
    }

    private boolean connection(byte[] bytes, int begin, int end) {
        last = Header.same(bytes, begin, end, "close");
        return last || Header.same(bytes, begin, end, "keep-alive");
    }

    /** What follows the word, 0 where the bytes end within it, -1 where there is another. */
    private static int starts(byte[] bytes, int from, int to, String word) {
        int length = Math.min(word.length(), to - from);
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return -1;
            }
        }
        return length == word.length() ? from + length : 0;
    }

    /** For a log or a test: never a cookie. */
    @Override
    public String toString() {
        return "RequestHead[" + (headOnly ? "HEAD" : "GET") + ", part " + number + "]";
    }
}
