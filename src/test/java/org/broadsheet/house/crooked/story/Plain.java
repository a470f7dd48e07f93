package org.broadsheet.house.crooked.story;

/** What the crooked rooms import. */
public record Plain(String word) {}
