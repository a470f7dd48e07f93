package org.broadsheet.story.sql;

import java.time.Instant;
import java.util.Optional;

/** Where a story stands, locked for the transaction that asked. */
public record StoryRow(
        long id,
        String state,
        int latest,
        Optional<Instant> firstPrinted,
        Optional<Instant> scheduledFor,
        Optional<Instant> embargo,
        Optional<String> barred) {}
