package org.broadsheet.wire.format;

import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.item.WireItem;

/** What became of a document. */
public sealed interface Outcome {

    /** @param repairs what had to be mended to read it; empty for a well-formed one */
    record Accepted(String format, List<WireItem> items, List<String> repairs) implements Outcome {}

    /** @param format what it is, where that could be seen */
    record Refused(String reason, Optional<String> format) implements Outcome {}
}
