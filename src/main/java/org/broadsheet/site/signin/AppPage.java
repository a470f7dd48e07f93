package org.broadsheet.site.signin;

import java.util.Optional;
import org.broadsheet.reader.second.Setup;
import org.broadsheet.site.page.Frame;

/** {@code /account/security/app}: an authenticator app is set up. */
public record AppPage(Frame frame, Setup setup, Optional<String> problem) {}
