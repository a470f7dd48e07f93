package org.broadsheet.media;

/** One photograph of the library. */
public record PhotographId(long value) {

    public PhotographId {
        if (value <= 0) {
            throw new IllegalArgumentException("photograph id must be above 0, was " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
