package org.broadsheet.base.cli;

import java.util.Optional;

/**
 * A command that cannot go on for a reason its user can mend: one sentence that says what is wrong, one that says what to
 * do. Thrown from anywhere, also while the paper starts; the command line prints both and ends with status 1.
 */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public CommandFailure(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    public CommandFailure(String what, String advice, Throwable cause) {
        super(what, cause);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }

    /** The first one in the chain of causes, if there is any. */
    public static Optional<CommandFailure> in(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof CommandFailure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
