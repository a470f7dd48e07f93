package org.broadsheet.demo;

import org.broadsheet.media.Photographs;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Stories;
import org.springframework.stereotype.Component;

/** The rooms that the sample paper is set up through. */
@Component
record Doors(Photographs photographs, Stories stories, InPrint inPrint) {}
