package org.broadsheet.wire.merge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A piece of what three versions have become. */
public sealed interface Part {
    /** What stands here when a clash is decided so; empty where that side took it out. */
    List<String> text(Side side);

    /** @param from who wanted it so: the desk, the agency; both where they agree or neither changed it */
    record Settled(String text, Side from) implements Part {
        @Override
        public List<String> text(Side side) {
            return List.of(text);
        }
    }

    /**
     * The desk and the agency have both changed the same.
     *
     * @param number of the clash, from 1, lines before blocks
     * @param desk empty where the desk took it out
     * @param base what it was; empty where both have put in something alike
     * @param agency empty where the agency took it out
     */
    record Clash(int number, Optional<String> desk, Optional<String> base, Optional<String> agency) implements Part {
        @Override
        public List<String> text(Side side) {
            return switch (side) {
                case DESK -> desk.stream().toList();
                case AGENCY -> agency.stream().toList();
                case BOTH -> Stream.concat(desk.stream(), agency.stream()).toList();
            };
        }
    }
}
