package org.broadsheet.wire.item;

import java.time.Instant;

/**
 * A moment as the wire named it.
 *
 * @param iso ISO 8601 with the offset the sender gave; without one where the sender gave none
 * @param instant the same moment; what has no offset is taken as UTC
 */
public record WireTime(String iso, Instant instant) {}
