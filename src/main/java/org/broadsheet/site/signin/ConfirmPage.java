package org.broadsheet.site.signin;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * {@code /account/confirm}: somebody signed in shows again who they are.
 *
 * @param to the page to go on to
 */
public record ConfirmPage(Frame frame, String email, String to, boolean passkeys, Optional<String> problem) {}
