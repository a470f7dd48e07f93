package org.broadsheet.story;

import java.time.Instant;

/** A printed story in one line: where it stands, what it is called, when it came and whom it is for. */
public record Mention(StoryId id, Address address, String headline, Reach reach, Instant published) {}
