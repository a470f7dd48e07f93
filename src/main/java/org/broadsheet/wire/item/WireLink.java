package org.broadsheet.wire.item;

import java.util.Optional;

/** Another address or item that this one names. */
public record WireLink(String relation, String href, Optional<String> title, Optional<String> mimeType) {}
