package org.broadsheet.wire.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.base.Network;

/**
 * Where an agency is asked for its wire.
 *
 * @param name lower-case letters, digits and hyphens, at most 60
 * @param every how long after an answer it is asked again: five seconds to a day
 * @param besides networks that may be asked although they are not on the public internet: an agency's gateway
 */
public record Source(String name, URI address, Duration every, List<Network> besides) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofDays(1);

    public Source {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name is \"" + name + "\"; expected lower-case letters, digits and hyphens, at most " + LONGEST);
        }
        if (every.compareTo(OFTEN) < 0 || every.compareTo(SELDOM) > 0) {
            throw new IllegalArgumentException(
                    "a source is asked every 5 seconds to every 24 hours, not every " + every.toSeconds() + " seconds");
        }
        besides = List.copyOf(besides);
    }
}
