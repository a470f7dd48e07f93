package org.broadsheet.house.crooked.media;

import org.broadsheet.house.crooked.story.Plain;

/** Wrong on purpose: a lower room imports a higher one. */
public record ReachesUp(Plain plain) {}
