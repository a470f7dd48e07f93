/** Signing in with a provider of OpenID Connect, one at most, that the operator chose. Owns {@code reader.openid}. */
@NullMarked
@NamedInterface("oidc")
package org.broadsheet.reader.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
