package org.broadsheet.reader.second;

import org.broadsheet.reader.ReaderId;

/**
 * Somebody half signed in: the first factor was right, the second is asked for. Not a session.
 *
 * @param to where to go afterwards
 */
public record Half(ReaderId reader, String to) {}
