package org.broadsheet.base.mail;

/**
 * One message to one person.
 *
 * @param to an address, checked by whoever took it
 * @param subject one line
 * @param text for programs that show no HTML; never empty
 * @param html a whole document; empty where there is text only
 */
public record Mail(String to, String subject, String text, String html) {
    public Mail {
        if (to.isBlank() || to.chars().anyMatch(c -> c < ' ') || subject.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a mail needs an address and a subject of one line each");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a mail needs words");
        }
    }

    /** Neither whom it is for nor what it says: both belong to nobody's log. */
    @Override
    public String toString() {
        return "Mail[" + text.length() + " characters]";
    }
}
