package org.broadsheet.reader;

import java.util.Locale;
import org.broadsheet.base.Settings;

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

    /** Whether a browser of somebody with this role has to have shown two factors before it may use the role. */
    public boolean wantsTwoFactors(Settings.SecondFactor policy) {
        return switch (policy) {
            case CHOICE -> false;
            case PUBLISHERS -> this == PUBLISHER;
            case EDITORS -> may(EDITOR);
            case STAFF -> true;
        };
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
