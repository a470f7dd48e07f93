package org.broadsheet.reader;

import java.time.Instant;

/**
 * What a session cookie says: who signed in, in which browser, and when. Whether it still holds only the database knows:
 * {@link Sessions#known}.
 *
 * @param device the browser's number
 * @param epoch of the account at that time; signing out everywhere raises the account's
 * @param issued when the cookie was made, to the second
 */
public record Session(ReaderId reader, long device, int epoch, Instant issued) {}
