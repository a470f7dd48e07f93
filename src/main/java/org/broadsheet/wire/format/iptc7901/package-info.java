/** IPTC 7901 and the teletype dress that came before it. docs/wire.md says from where what is known here was taken. */
@NullMarked
package org.broadsheet.wire.format.iptc7901;

import org.jspecify.annotations.NullMarked;
