package org.broadsheet.reader;

/** The number of a person's account, given once and never again. */
public record ReaderId(long value) {
    public ReaderId {
        if (value < 1) {
            throw new IllegalArgumentException("reader number is " + value + "; expected 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
