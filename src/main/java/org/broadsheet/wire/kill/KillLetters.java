package org.broadsheet.wire.kill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails about kills: to editors while one waits, and the receipt to whoever gave the order. */
@Component
@Transactional
public class KillLetters {
    private final KillSql sql;
    private final Outbox outbox;
    private final Optional<Staff> staff;

    KillLetters(Jdbi jdbi, Outbox outbox, Optional<Staff> staff) {
        this.sql = NamedSql.of(jdbi, KillSql.class);
        this.outbox = outbox;
        this.staff = staff;
    }

    /** Writes once to every editor and publisher about each kill that waits. */
    public int tellEditors(Instant now) {
        List<Kill> waiting = sql.untold(now).stream().map(KillSql.KillRow::kill).toList();
        if (waiting.isEmpty()) {
            return 0;
        }
        List<String> editors = staff.map(Staff::all).orElse(List.of()).stream()
                .filter(member -> member.role().may(Role.EDITOR))
                .map(Staff.Member::email)
                .toList();
        waiting.forEach(kill -> editors.forEach(to -> outbox.send(waits(to, kill), now)));
        return waiting.size();
    }

    private static Mail waits(String to, Kill kill) {
        String text = """
                %s has ordered to take back the story %d:

                %s

                It goes by itself at %s. Until then an editor may carry the order out or refuse it:

                ./broadsheet wire kills act %d
                ./broadsheet wire kills refuse %d --because "..."
                """.formatted(
                        kill.source().orElse("An editor"),
                        kill.story().value(),
                        kill.why(),
                        kill.acts(),
                        kill.number(),
                        kill.number());
        return new Mail(to, "A kill waits: story " + kill.story().value(), text, "");
    }

    /** Sends the receipt as it stands. */
    public void sendReceipt(Kill.Receipt receipt, Email to, Instant now) {
        outbox.send(new Mail(to.address(), subject(receipt.kill()), text(receipt), ""), now);
    }

    private static String subject(Kill kill) {
        return "Receipt for the " + kill.order().word() + " order of " + kill.received();
    }

    /** The receipt in plain words, for people and for files. */
    public static String text(Kill.Receipt receipt) {
        Kill kill = receipt.kill();
        String decided = kill.decision()
                .map(decision -> decision.refused()
                        .map(why -> "Refused: " + decision.at() + " by " + decision.by() + ": " + why)
                        .orElse("Decided: " + decision.at() + " by " + decision.by()))
                .orElse("Decided: not yet; it acts by itself at " + kill.acts());
        String places = receipt.places().stream()
                .map(place -> "  %s  %-5s %s  %s"
                        .formatted(place.looked(), place.isGone() ? "gone" : "SEEN", place.node(), place.surface()))
                .collect(Collectors.joining("\n"));
        return """
                Order:    %d, %s%s
                Said:     %s
                Story:    %d
                Received: %s
                %s
                %s
                """.formatted(
                        kill.number(),
                        kill.order().word(),
                        kill.source().map(source -> " by " + source).orElse(""),
                        kill.why(),
                        kill.story().value(),
                        kill.received(),
                        decided,
                        places.isEmpty() ? "No node has looked yet." : "Gone from:\n" + places);
    }
}
