package org.broadsheet.desk.page;

import org.broadsheet.wire.kill.Kill;

/** An order to take a story back, with its receipt. @param problem why something was not done; may be empty */
public record KillPage(DeskFrame frame, Kill.Receipt receipt, String problem) {}
