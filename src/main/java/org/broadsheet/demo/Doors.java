package org.broadsheet.demo;

import org.broadsheet.media.Photographs;
import org.broadsheet.story.Stories;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The rooms that the sample paper is set up through. */
@Component
@Profile("demo")
record Doors(Photographs photographs, Stories stories) {}
