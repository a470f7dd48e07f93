package org.broadsheet.gift;

/** The number of a gift: one story, given by one reader in one month. */
public record GiftId(long value) {
    public GiftId {
        if (value < 1) {
            throw new IllegalArgumentException("gift number is " + value + "; expected 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
