package org.broadsheet.feedback;

/** What became of a letter. */
public sealed interface Received {
    /** The editors have it; also when the same was sent twice, as a second press of the button does. */
    record Kept() implements Received {}

    /** @param length as {@link Opinion#length} counts */
    record TooShort(int length) implements Received {}

    /** @param length in characters */
    record TooLong(int length) implements Received {}

    /** It is about a story that is not, or no longer, in print. */
    record NoSuchStory() implements Received {}

    /** The sender has sent several already; later there will be room again. */
    record TooMany() implements Received {}

    /** The field for robots was filled in. */
    record FromRobot() implements Received {}
}
