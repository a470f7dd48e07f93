package org.broadsheet.site.signin;

import java.util.List;
import org.broadsheet.site.page.Frame;

/** {@code /account/security/codes}: recovery codes, shown once after they were made. */
public record CodesPage(Frame frame, List<String> codes) {}
