package org.broadsheet.desk.page;

import java.util.List;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.update.Update;

/** What agencies want of stories that the paper has: updates that wait for an editor, and orders to take copy back. */
public record WaitingPage(DeskFrame frame, List<Update> updates, List<Kill> kills) {}
