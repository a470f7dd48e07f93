package org.broadsheet.site.hot.head;

/** Which bytes a plain request is made of: fewer than RFC 9110 and RFC 3986 allow. */
final class Octets {
    private static final boolean[] PATH = of("-._~/");
    private static final boolean[] QUERY = of("-._~/%+=&:,*!@");
    private static final boolean[] NAME = of("-_.!#$&'*+^`|~");

    private Octets() {}

    private static boolean[] of(String marks) {
        boolean[] octets = new boolean[128];
        for (char c = 'a'; c <= 'z'; c++) {
            octets[c] = true;
            octets[c - 'a' + 'A'] = true;
        }
        for (char c = '0'; c <= '9'; c++) {
            octets[c] = true;
        }
        marks.chars().forEach(mark -> octets[mark] = true);
        return octets;
    }

    static boolean ofPath(byte octet) {
        return octet >= 0 && PATH[octet];
    }

    static boolean ofQuery(byte octet) {
        return octet >= 0 && QUERY[octet];
    }

    static boolean ofName(byte octet) {
        return octet >= 0 && NAME[octet];
    }

    /** A header's value in visible ASCII, with blanks; bytes over 0x7f are for Jetty. */
    static boolean ofValue(byte octet) {
        return (octet >= ' ' && octet < 0x7f) || octet == '\t';
    }

    static boolean blank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /** A registered name or an IPv4 address with perhaps a port; IPv6 addresses are for Jetty. */
    static boolean plainHost(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (PATH[bytes[at] & 0x7f] && bytes[at] != '/' && bytes[at] != '~')) {
            at++;
        }
        if (at == from) {
            return false;
        }
        if (at == to) {
            return true;
        }
        int port = at + 1;
        boolean digits = bytes[at] == ':' && port < to && to - port <= 5;
        for (int i = port; i < to && digits; i++) {
            digits = bytes[i] >= '0' && bytes[i] <= '9';
        }
        return digits;
    }

    /** True where a segment of a path is empty or begins with a dot, which somebody might read as another path. */
    static boolean hasDots(byte[] bytes, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (bytes[at - 1] == '/' && (bytes[at] == '/' || bytes[at] == '.')) {
                return true;
            }
        }
        return false;
    }
}
