package org.broadsheet.story;

import java.util.List;

/**
 * One printed story, whole.
 *
 * @param version of its copy, from 1
 * @param words of its body
 * @param corrections oldest first
 */
public record Story(Teaser teaser, int version, int words, Body body, List<Correction> corrections) {
    public StoryId id() {
        return teaser.id();
    }
}
