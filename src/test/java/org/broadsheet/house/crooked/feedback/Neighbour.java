package org.broadsheet.house.crooked.feedback;

/** What the crooked neighbour imports. */
public record Neighbour(String word) {}
