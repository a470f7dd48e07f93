package org.broadsheet.desk.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.inbox.Inbox;

/**
 * What agencies sent, the newest first.
 *
 * @param source only this one's, where one is chosen
 * @param mark only what was put aside so, where that is chosen
 * @param words what was searched for; may be empty
 * @param onward the address of the rest of the list
 * @param here where an action leads back to
 */
public record WirePage(
        DeskFrame frame,
        List<Inbox.Entry> entries,
        List<String> sources,
        String source,
        Optional<Inbox.Mark> mark,
        String words,
        Optional<String> onward,
        String here) {}
