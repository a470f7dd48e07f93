/** The second factor: codes of an authenticator app (RFC 6238), recovery codes, what a sign-in was worth, and the time between password and code. Owns {@code reader.authenticator} and {@code reader.recovery_code}, and of {@code reader.device} what a sign-in proved. */
@NullMarked
@NamedInterface("second")
package org.broadsheet.reader.second;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
