package org.broadsheet.story;

/** What happened to a story, told to the rooms above in the transaction that did it. */
public sealed interface StoryNews {
    StoryId id();

    /** Readers see it for the first time, or see a new version of it. */
    record Printed(StoryId id) implements StoryNews {}

    /** Readers no longer see it. */
    record Withdrawn(StoryId id) implements StoryNews {}
}
