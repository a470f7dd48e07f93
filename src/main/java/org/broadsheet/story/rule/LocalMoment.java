package org.broadsheet.story.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a clock on the newsroom's wall means for an embargo, on the nights when clocks are changed too. */
public final class LocalMoment {
    private LocalMoment() {}

    /** The later of two moments that the clock shows alike; of a time that the clock leaves out, the first that it shows after. */
    public static Instant of(LocalDateTime shown, ZoneId zone) {
        var gap = zone.getRules().getTransition(shown);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : shown.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
