package org.broadsheet.story;

/** The number of a story, given once and never again. */
public record StoryId(long value) {
    public StoryId {
        if (value < 1) {
            throw new IllegalArgumentException("story number is " + value + "; expected 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
