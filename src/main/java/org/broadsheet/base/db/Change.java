package org.broadsheet.base.db;

import java.util.regex.Pattern;

/**
 * News that something is no longer as it was.
 *
 * @param kind what sort of thing, such as {@code story}
 * @param key which one, in the words of whoever announces it; at most {@value #LONGEST} characters
 */
public record Change(String kind, String key) {

    static final int LONGEST = 1_000;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,59}");

    /** Told to listeners that may have missed too much to be told one by one; anybody may announce it too. */
    public static final Change EVERYTHING = new Change("everything", "");

    public Change {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind is “" + kind + "”: expected small letters and hyphens");
        }
        if (key.length() > LONGEST) {
            throw new IllegalArgumentException("key has " + key.length() + " characters: expected at most " + LONGEST);
        }
    }
}
