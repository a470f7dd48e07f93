package org.broadsheet.wire.take;

import java.time.Instant;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.press.Press;
import org.broadsheet.story.rule.PrintRules;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.kill.KillLetters;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.rule.Rules;
import org.broadsheet.wire.update.Updates;

/** The wire and the newsroom of one node, where what one tells the others hear. */
public record WireDoors(
        Wire wire,
        Takes takes,
        Taken taken,
        Updates updates,
        Stories stories,
        PrintRules rules,
        Kills kills,
        KillLetters letters,
        Rules rulesOfWire) {

    public static WireDoors of(TestDatabase database) {
        WireDoors doors = database.door(
                WireDoors.class,
                Wire.class,
                Takes.class,
                Taken.class,
                Updates.class,
                Rules.class,
                InPrint.class,
                Kills.class,
                Kills.Telling.class,
                KillLetters.class,
                AuditLog.class,
                Outbox.class,
                Stories.class,
                Press.class,
                PrintRules.class,
                ChangeNotices.class,
                TestSettings.class);
        doors.stories().section(new Section("world", "World", 1));
        return doors;
    }

    public SentCopy agency(Instant first) {
        return new SentCopy(wire, first);
    }
}
