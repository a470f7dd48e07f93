package org.broadsheet.command;

import java.util.Map;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.fetch.Fetcher;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.feed.Partners;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Stories;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.health.SourceHealth;
import org.broadsheet.wire.kill.KillLetters;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.push.Pushers;
import org.broadsheet.wire.rule.Rules;
import org.broadsheet.wire.source.Sources;
import org.broadsheet.wire.take.Taken;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.update.Updates;

/** The wire with all that hears its news: what a command reads reaches stories as it does while the paper runs. */
final class NewsroomDoors {
    private NewsroomDoors() {}

    static OpenedPaper open(Map<String, String> said) {
        return OpenedPaper.open(
                said,
                new String[] {Stories.class.getPackageName()},
                Sources.class,
                Wire.class,
                Fetcher.class,
                Takes.class,
                Taken.class,
                Updates.class,
                Pushers.class,
                Partners.class,
                Rules.class,
                SourceHealth.class,
                Kills.class,
                Kills.Telling.class,
                KillLetters.class,
                AuditLog.class,
                Outbox.class,
                ChangeNotices.class);
    }
}
