package org.broadsheet.desk;

import java.time.Instant;
import org.broadsheet.base.Actor;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items of the wire made into stories at the desk, with their line in the audit log. */
@Component
@Transactional
class WireDesk {
    private final Takes takes;
    private final AuditLog log;

    WireDesk(Takes takes, AuditLog log) {
        this.takes = takes;
        this.log = log;
    }

    Took take(long item, WireStories.Place place, Actor by, Instant at) {
        return noted(takes.take(item, place, by, at), by, at);
    }

    Took publish(long item, WireStories.Place place, Actor by, Instant at) {
        return noted(takes.publish(item, place, by, at), by, at);
    }

    private Took noted(Took took, Actor by, Instant at) {
        switch (took) {
            case Took.Made(StoryId story) -> note(story, "taken from the wire", by, at);
            case Took.Waiting(StoryId story, var _) -> note(story, "taken from the wire", by, at);
            case Took.Published(StoryId story, var _) -> note(story, "published from the wire", by, at);
            case Took.Embargoed(StoryId story, var _) -> note(story, "scheduled from the wire", by, at);
            default -> {}
        }
        return took;
    }

    private void note(StoryId story, String action, Actor by, Instant at) {
        log.write(new AuditLog.Entry(at, by, action, StoryDesk.subject(story), ""));
    }
}
