package org.broadsheet.base;

/**
 * Which part of a long list is wanted.
 *
 * @param number the page, from 1
 * @param size entries a page, 1 to 100
 */
public record Slice(int number, int size) {
    private static final int DEEPEST = 100_000;

    public Slice {
        if (number < 1 || number > DEEPEST) {
            throw new IllegalArgumentException("page is " + number + "; expected 1 to " + DEEPEST);
        }
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("page size is " + size + "; expected 1 to 100");
        }
    }

    public int offset() {
        return (number - 1) * size;
    }
}
