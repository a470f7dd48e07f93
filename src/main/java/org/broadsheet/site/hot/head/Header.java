package org.broadsheet.site.hot.head;

/** The request headers that matter to a plain request for a page. */
enum Header {
    HOST("host"),
    COOKIE("cookie"),
    USER_AGENT("user-agent"),
    ACCEPT_ENCODING("accept-encoding"),
    IF_NONE_MATCH("if-none-match"),
    CONNECTION("connection"),
    FORWARDED_FOR("x-forwarded-for"),
    /** Each of these makes a request more than plain: a body, another protocol, a condition that this parser leaves alone. */
    NOT_PLAIN(
            "content-length",
            "transfer-encoding",
            "expect",
            "upgrade",
            "te",
            "trailer",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "if-match",
            "if-unmodified-since",
            // what is fetched ahead of its reader
            "sec-purpose",
            "purpose",
            "x-purpose",
            "x-moz"),
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // set once, seen by nobody else
    private final String[] names;

    Header(String... names) {
        this.names = names;
    }

    private static final int LONGEST = 24;
    private static final Header[][] BY_LENGTH = new Header[LONGEST][];

    static {
        for (int length = 0; length < LONGEST; length++) {
            int these = length;
            BY_LENGTH[length] = java.util.Arrays.stream(values())
                    .filter(header -> header.hasLength(these))
                    .toArray(Header[]::new);
        }
    }

    static Header of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return NOT_PLAIN;
        }
        if (length < LONGEST) {
            for (Header header : BY_LENGTH[length]) {
                for (String name : header.names) {
                    if (same(bytes, from, to, name)) {
                        return header;
                    }
                }
            }
        }
        return OTHER;
    }

    private boolean hasLength(int length) {
        return java.util.Arrays.stream(names).anyMatch(name -> name.length() == length);
    }

    /** Compares without regard to case. */
    static boolean same(byte[] bytes, int from, int to, String lowerCase) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int octet = bytes[from + i];
            if (octet >= 'A' && octet <= 'Z') {
                octet += 'a' - 'A';
            }
            if (octet != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
