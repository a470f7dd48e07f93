package org.broadsheet.site.hot.head;

import java.util.Locale;
import org.broadsheet.site.store.Encoding;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3). */
public final class AcceptEncoding {
    private static final double UNNAMED = -1;

    private AcceptEncoding() {}

    /**
     * The coding a client would rather have; among equals the smallest. Identity where nothing else is acceptable, even
     * when it is refused too: a page in plain bytes beats 406.
     *
     * @param field its value, empty where the client sent none
     */
    public static Encoding preferred(String field) {
        double brotli = UNNAMED;
        double gzip = UNNAMED;
        double identity = UNNAMED;
        double rest = UNNAMED;
        for (String element : field.split(",")) {
            String[] parts = element.split(";", 2);
            double quality = parts.length == 1 ? 1 : quality(parts[1]);
            switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
                case "br" -> brotli = quality;
                case "gzip", "x-gzip" -> gzip = quality;
                case "identity" -> identity = quality;
                case "*" -> rest = quality;
                default -> {}
            }
        }
        brotli = named(brotli, rest);
        gzip = named(gzip, rest);
        identity = identity == UNNAMED ? 0 : identity;
        if (brotli > 0 && brotli >= gzip && brotli >= identity) {
            return Encoding.BROTLI;
        }
        return gzip > 0 && gzip >= identity ? Encoding.GZIP : Encoding.IDENTITY;
    }

    private static double named(double quality, double rest) {
        return quality == UNNAMED ? Math.max(rest, 0) : quality;
    }

    /** What cannot be read counts as a refusal: a coding that nobody surely asked for is not sent. */
    private static double quality(String parameter) {
        String text = parameter.strip().toLowerCase(Locale.ROOT);
        if (!text.matches("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
            return 0;
        }
        return Double.parseDouble(text.substring(text.indexOf('=') + 1).strip());
    }
}
