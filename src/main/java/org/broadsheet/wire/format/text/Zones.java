package org.broadsheet.wire.format.text;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offsets from UTC as figures or as the names that mail headers use. */
final class Zones {
    private static final Pattern FIGURES = Pattern.compile("([+\\-\u2212])(\\d{1,2})(?::?(\\d{2}))?");
    /** Minutes east of UTC. AT, ET, CT, MT and PT are standard time. */
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("bst", 60),
            Map.entry("west", 60),
            Map.entry("cet", 60),
            Map.entry("met", 60),
            Map.entry("cest", 120),
            Map.entry("mest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("ast", -240),
            Map.entry("at", -240),
            Map.entry("adt", -180),
            Map.entry("est", -300),
            Map.entry("et", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("ct", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mt", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pt", -480),
            Map.entry("pdt", -420),
            Map.entry("wib", 420),
            Map.entry("sgt", 480),
            Map.entry("hkt", 480),
            Map.entry("jst", 540),
            Map.entry("kst", 540));

    private Zones() {}

    static Optional<ZoneOffset> offset(String written) {
        String zone = written.strip().toLowerCase(Locale.ROOT);
        if (zone.startsWith("etc/")) {
            zone = zone.substring(4);
        }
        if (zone.matches("(gmt|utc)[+-].*")) {
            zone = zone.substring(3);
        }
        Integer named = NAMED.get(zone);
        if (named != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds(named * 60));
        }
        Matcher m = FIGURES.matcher(zone);
        return m.matches() ? figures(m) : Optional.empty();
    }

    private static Optional<ZoneOffset> figures(Matcher m) {
        int hours = Integer.parseInt(m.group(2));
        int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        int total = hours * 60 + minutes;
        try {
            return minutes > 59
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.ofTotalSeconds((m.group(1).equals("+") ? total : -total) * 60));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
