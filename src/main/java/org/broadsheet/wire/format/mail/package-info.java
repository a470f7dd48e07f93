/** A mail with text, pictures, and files that are wire copy themselves. */
@NullMarked
package org.broadsheet.wire.format.mail;

import org.jspecify.annotations.NullMarked;
