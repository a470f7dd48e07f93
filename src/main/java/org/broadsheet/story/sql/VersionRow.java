package org.broadsheet.story.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One version of a story's copy as it is kept; topics and authors by slug. */
public record VersionRow(
        long story,
        int number,
        Instant savedAt,
        String savedBy,
        String headline,
        String standfirst,
        String body,
        String section,
        List<String> topics,
        List<String> authors,
        Optional<String> agency,
        Optional<String> dateline,
        String language,
        String reach,
        Optional<Long> photograph) {}
