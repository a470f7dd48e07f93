package org.broadsheet.story.sql;

import java.time.Instant;
import java.util.List;

/** A story that was taken back, as its last printed copy named it. */
public record WithdrawnRow(
        long id,
        String headline,
        String section,
        String sectionName,
        String notice,
        Instant withdrawnAt,
        List<String> topics,
        List<String> topicNames) {}
