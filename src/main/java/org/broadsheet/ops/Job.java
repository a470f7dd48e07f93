package org.broadsheet.ops;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A kind of work that outlives the process: declared by a room as a bean, done by one node at a time, tried again when it
 * fails or its node dies, and therefore able to be done twice.
 *
 * @param name such as {@code wire.pull}
 * @param every how often it is done by itself; empty when it is only done as asked for through {@link Jobs}
 * @param work takes the key it was asked for with, such as an id; empty when done by itself
 */
public record Job(String name, Optional<Duration> every, Consumer<String> work) {

    public static Job asked(String name, Consumer<String> work) {
        return new Job(name, Optional.empty(), work);
    }

    public static Job every(Duration interval, String name, Runnable work) {
        return new Job(name, Optional.of(interval), key -> work.run());
    }
}
