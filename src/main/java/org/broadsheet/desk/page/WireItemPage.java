package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.story.Section;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.inbox.Inbox;

/**
 * One item of the wire.
 *
 * @param versions all that was sent under its identifier, the newest first
 * @param problem why something was not done; may be empty
 */
public record WireItemPage(
        DeskFrame frame, Inbox.Look look, List<Wire.Kept> versions, List<Section> sections, String problem) {
    public SafeHtml body() {
        return look.item().body().safe();
    }
}
