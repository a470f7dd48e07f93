package org.broadsheet.base;

/**
 * Who does something, as the record of it will say: a member of staff, an agency's wire, an import.
 *
 * @param name at most 120 characters, for people to read
 */
public record Actor(String name) {
    /** The paper itself: schedules, migrations, the sample paper. */
    public static final Actor PAPER = new Actor("the paper");

    public Actor {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("an actor's name has 1 to 120 characters, not " + name.length());
        }
    }
}
