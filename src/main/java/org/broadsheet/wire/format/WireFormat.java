package org.broadsheet.wire.format;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.wire.item.WireItem;

/** One format. */
public interface WireFormat {
    /** What people call it in an answer or a message, such as {@code ninjs 1} or {@code newsml-g2}. */
    String name(Content content);

    /** Whether the document is of this format, from its outermost shape alone. */
    boolean claims(Content content);

    /**
     * The items, in the document's order.
     *
     * @throws org.broadsheet.wire.format.xml.Unreadable with a reason for people, when it claims to be of this format
     *     and cannot be read as such
     */
    List<WireItem> read(Content content);

    /** The pictures that stand in the document itself; most formats only point to theirs. */
    default Stream<Embedded> embedded(Content content) {
        return Stream.empty();
    }
}
