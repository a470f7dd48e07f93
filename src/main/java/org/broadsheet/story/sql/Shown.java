package org.broadsheet.story.sql;

import java.util.List;

/** The lists that a printed story stands in, by slug. */
public record Shown(String section, List<String> topics, List<String> authors) {}
