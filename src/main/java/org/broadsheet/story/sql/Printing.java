package org.broadsheet.story.sql;

import java.time.Instant;
import java.time.LocalDate;

/** What printing adds to a version: its address, its times and its measure. */
public record Printing(
        long story,
        int version,
        LocalDate day,
        String slug,
        int minutes,
        int words,
        Instant published,
        Instant updated,
        String preview) {}
