package org.broadsheet.site.signin;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/** {@code /sign-in/code}: the second step. */
public record CodePage(Frame frame, Optional<String> problem) {}
