package org.broadsheet.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.reader.Role;

/**
 * What somebody wants done with a story, by the button they press.
 *
 * @param when to publish, where that is the wish
 * @param note the correction or the notice for readers; may be empty
 */
record Deed(What what, Optional<Instant> when, String note) {
    /** Nothing but keeping what is typed. */
    static final Deed SAVE = new Deed(What.SAVE, Optional.empty(), "");

    /** The buttons. */
    enum What {
        SAVE(Role.REPORTER),
        READY(Role.REPORTER),
        DRAFT(Role.EDITOR),
        PUBLISH(Role.EDITOR),
        SCHEDULE(Role.EDITOR),
        CORRECT(Role.EDITOR),
        WITHDRAW(Role.EDITOR);

        private final Role role;

        What(Role role) {
            this.role = role;
        }

        /** Who may, at least. */
        Role role() {
            return role;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<What> of(String word) {
            for (What what : values()) {
                if (what.word().equals(word)) {
                    return Optional.of(what);
                }
            }
            return Optional.empty();
        }
    }
}
