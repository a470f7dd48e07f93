package org.broadsheet.search;

import java.util.Optional;
import org.broadsheet.story.Teaser;

/**
 * One story that answers.
 *
 * @param snippet of the text, around what was asked for; only ever of a story that is for everyone
 */
public record Hit(Teaser teaser, Passage headline, Passage standfirst, Optional<Passage> snippet) {}
