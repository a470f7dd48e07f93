package org.broadsheet.wire.item;

import java.util.Optional;

/**
 * What an item is about.
 *
 * @param code as the sender wrote it, such as {@code medtop:20000013}; empty where only a name was sent
 * @param kind the sender's own word for what it is: subject, person, organisation, place, genre, category
 */
public record WireSubject(String code, Optional<String> name, String kind) {}
