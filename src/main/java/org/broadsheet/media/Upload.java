package org.broadsheet.media;

/** What became of a picture that was handed in. */
public sealed interface Upload {

    record Kept(Photograph photograph) implements Upload {}

    /** The very same bytes are in the library already; nothing was changed. */
    record AlreadyHere(Photograph photograph) implements Upload {}

    /** @param message one sentence for the person who sent it, saying what to do */
    record Refused(Refusal reason, String message) implements Upload {}
}
