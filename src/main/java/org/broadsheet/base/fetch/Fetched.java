package org.broadsheet.base.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What became of a question. */
public sealed interface Fetched {

    /**
     * @param at where it came from, after redirects
     * @param contentType as it was sent
     */
    record Here(
            byte[] body, URI at, Question.Known known, Optional<String> contentType, Optional<String> contentLanguage)
            implements Fetched {}

    /** The same as last time. */
    record Unchanged() implements Fetched {}

    /** Not asked: where it leads is none of our business. */
    record NotAllowed(String why) implements Fetched {}

    /** @param retryAfter what the server asks for */
    record Failed(String why, Optional<Duration> retryAfter) implements Fetched {}
}
