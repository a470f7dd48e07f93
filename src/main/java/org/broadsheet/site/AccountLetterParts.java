package org.broadsheet.site;

import org.broadsheet.site.account.StaffLog;
import org.broadsheet.site.assembly.Templates;
import org.springframework.context.annotation.Import;

/** What this room lends to commands that change accounts and serve no pages: the writing of letters, and the audit log's ear. */
@Import({Templates.class, StaffLog.class})
public final class AccountLetterParts {}
