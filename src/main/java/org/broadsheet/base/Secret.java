package org.broadsheet.base;

/** A value that must not be seen: it does not print itself. */
public record Secret(String value) {

    public static Secret parse(String text) {
        if (text.length() < 8) {
            throw new IllegalArgumentException("at least 8 characters");
        }
        return new Secret(text);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
