package org.broadsheet.wire.format.xml;

import java.util.Optional;

/** White space as news formats mean it: any run of it is one space, and none stands at either end. */
public final class Spaces {
    private Spaces() {}

    /** The text in one line; absent when nothing is left. */
    public static Optional<String> one(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space = true;
            } else {
                if (space && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(c);
                space = false;
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
}
