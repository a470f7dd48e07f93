/**
 * Asking other servers: only those on the public internet and those that the operator has named, within limits of time and
 * size, each redirect looked at like a first address.
 */
@NullMarked
package org.broadsheet.base.fetch;

import org.jspecify.annotations.NullMarked;
