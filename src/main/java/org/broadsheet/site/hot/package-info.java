/**
 * The way from a socket to a finished page: a connection of Jetty's that answers plain requests for kept pages itself and
 * gives everything else to Jetty. What a client may take of time, memory and connections is in {@code limits}. Owns no table.
 */
@NullMarked
package org.broadsheet.site.hot;

import org.jspecify.annotations.NullMarked;
