package org.broadsheet.site;

import org.broadsheet.base.page.Templates;
import org.broadsheet.site.account.StaffLog;
import org.springframework.context.annotation.Import;

/** What this room lends to commands that change accounts and serve no pages: the writing of letters, and the audit log's ear. */
@Import({Templates.class, StaffLog.class})
public final class AccountLetterParts {}
