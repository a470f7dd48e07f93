package org.broadsheet.reader;

import java.util.Locale;

/** What a member of staff may do, the least first: each may what those before it may. */
public enum Role {
    REPORTER,
    EDITOR,
    PUBLISHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean may(Role wanted) {
        return compareTo(wanted) >= 0;
    }

    /** @throws IllegalArgumentException when the word is none of reporter, editor, publisher */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role is \"" + word + "\"; expected reporter, editor or publisher");
    }
}
