package org.broadsheet.story;

import java.time.Instant;

/**
 * What the paper had wrong, said in public and kept.
 *
 * @param note plain text, 1 to 2,000 characters
 */
public record Correction(Instant noted, String note) {
    public Correction {
        if (note.isBlank() || note.length() > 2_000) {
            throw new IllegalArgumentException("the note has " + note.length() + " characters; expected 1 to 2,000");
        }
    }
}
