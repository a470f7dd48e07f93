package org.broadsheet.security;

import java.util.Map;
import java.util.TreeMap;

/** What the paths of the table name by {@code $word}: things of the subscriber's, which the others try to get at. */
final class Things {
    private final Map<String, String> made = new TreeMap<>((one, other) ->
            one.length() == other.length() ? one.compareTo(other) : Integer.compare(other.length(), one.length()));

    Things put(String word, Object thing) {
        made.put("$" + word, thing.toString());
        return this;
    }

    /** With every word replaced, the longest first. */
    String in(String text) {
        String filled = text;
        for (Map.Entry<String, String> thing : made.entrySet()) {
            filled = filled.replace(thing.getKey(), thing.getValue());
        }
        if (filled.contains("$")) {
            throw new IllegalStateException("nobody has made what is named in " + filled);
        }
        return filled;
    }
}
