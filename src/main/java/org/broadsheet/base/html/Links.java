package org.broadsheet.base.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses a story may link to. */
final class Links {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private Links() {}

    /** The address without white space and controls, or nothing where its scheme could run a script or is not known. */
    static Optional<String> allowed(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.strip()
                .codePoints()
                .filter(c -> c > ' ' && c != 0x7f && !isInvisible(c))
                .forEach(kept::appendCodePoint);
        String address = kept.toString();
        if (address.isEmpty() || address.length() > LONGEST) {
            return Optional.empty();
        }
        if (address.startsWith("/")) {
            boolean ofThisPaper = !address.startsWith("//") && !address.startsWith("/\\");
            return ofThisPaper ? Optional.of(address) : Optional.empty();
        }
        int colon = address.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean shaped = !web || (address.startsWith("//", colon + 1) && address.length() > colon + 3);
        return SCHEMES.contains(scheme) && shaped ? Optional.of(scheme + address.substring(colon)) : Optional.empty();
    }

    private static boolean isInvisible(int c) {
        return (c >= 0x80 && c < 0xa0)
                || c == 0xad
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff;
    }
}
