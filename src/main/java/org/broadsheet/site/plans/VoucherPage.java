package org.broadsheet.site.plans;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/** Where a code is typed. @param code what was typed or came with the link */
public record VoucherPage(Frame frame, String code, Optional<String> problem) {}
