package org.broadsheet.site.account;

import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.ReaderNews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the audit log who came to the staff, went, or may do something else: in the transaction that changes it. */
@Component
public class StaffLog {
    private final AuditLog log;

    StaffLog(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void note(ReaderNews.RoleChanged change) {
        String action = change.role().isPresent() ? "assigned" : "removed";
        String note = change.role().map(role -> "as " + role.word()).orElse("");
        log.write(new AuditLog.Entry(change.at(), change.by(), action, "staff " + change.reader(), note));
    }

    @EventListener
    void note(ReaderNews.Invited invited) {
        String note = switch (invited.factors()) {
            case STAY -> "to set up a second factor";
            case GO -> "to set up a second factor anew";
        };
        log.write(new AuditLog.Entry(invited.at(), invited.by(), "invited", "staff " + invited.reader(), note));
    }
}
