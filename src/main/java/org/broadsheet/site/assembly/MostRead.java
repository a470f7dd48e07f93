package org.broadsheet.site.assembly;

import java.util.List;
import org.broadsheet.story.Teaser;

/** What readers read most, lately. */
public interface MostRead {
    /** At most five, the most read first; empty while nobody has read anything. */
    List<Teaser> now();
}
