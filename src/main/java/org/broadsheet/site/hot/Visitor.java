package org.broadsheet.site.hot;

import org.broadsheet.site.store.Copy;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;

/** What a request's cookies and browser say about who asks. Remembered by those words, so it may hold no state. */
public interface Visitor {
    /** Which copy of the page at this path this visitor gets. */
    Copy copy(String path);

    /** False for robots, whose visits make no story "most read". */
    boolean person();

    /** What this visitor may see now of what is not for everyone. Decided from what is at hand: must not wait. */
    Access access(Reach reach);
}
