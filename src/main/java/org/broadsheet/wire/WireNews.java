package org.broadsheet.wire;

import java.util.List;

/**
 * Items that nobody had sent before, or that a mended reader reads in another way, told in the transaction that adds them: whoever listens does its part with them, or
 * nothing of it happened. The guid of a {@link Wire.Kept} is the sender's; keys of tables hold it as {@link Wire#key} says.
 *
 * @param items at least one, in the order of their coming
 */
public record WireNews(List<Wire.Kept> items) {
    public WireNews {
        items = List.copyOf(items);
    }
}
