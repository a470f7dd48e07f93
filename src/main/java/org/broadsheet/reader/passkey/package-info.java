/** Passkeys (WebAuthn level 3): making them, knowing readers by them, and their list. Owns {@code reader.passkey} and {@code reader.passkey_holder}. */
@NullMarked
@NamedInterface("passkey")
package org.broadsheet.reader.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
