package org.broadsheet.wire.format.xml;

/** The document cannot be read; the message is for people and names what was found. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public Unreadable(String message) {
        super(message, null, false, false);
        this.reason = message;
    }

    public String reason() {
        return reason;
    }
}
