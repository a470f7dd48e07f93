package org.broadsheet.site.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.base.Actor;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.site.mail.Letter;
import org.broadsheet.site.mail.Letters;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a reader's mailbox what has changed about the ways into the account, so that a stranger's hand shows. */
@Component
class Notices {
    private final Letters letters;
    private final Outbox outbox;
    private final Books books;

    /** Where it is written down besides. */
    @Component
    record Books(SecurityLog log, AuditLog audit, SecondFactors second) {
        /** What the newsroom's people do to their ways in stands where the rest of what they do stands. */
        void write(Known known, Kind kind, Instant at) {
            log.note(SecurityLog.What.FACTOR_CHANGED, known.id(), kind.word());
            second.standing(known.id(), known.device())
                    .role()
                    .ifPresent(role -> audit.write(new AuditLog.Entry(
                            at, new Actor("staff " + known.id()), kind.word(), "staff " + known.id(), "")));
        }
    }

    Notices(Letters letters, Outbox outbox, Books books) {
        this.letters = letters;
        this.outbox = outbox;
        this.books = books;
    }

    /** What happened. */
    enum Kind {
        PASSKEY_MADE,
        PASSKEY_REMOVED,
        APP_SET_UP,
        APP_REMOVED,
        CODES_RENEWED,
        CODE_SPENT,
        PROVIDER_JOINED,
        PROVIDER_LINKED,
        PROVIDER_UNLINKED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is done and what is told of it, together or not at all. */
    @Transactional
    public <T> T together(Supplier<T> work) {
        return work.get();
    }

    @Transactional
    public void tell(Known known, Kind kind, Instant at) {
        books.write(known, kind, at);
        tell(known.email(), kind, at);
    }

    @Transactional
    public void tell(String email, Kind kind, Instant at) {
        String what = letters.say("mail.security." + kind.word(), letters.paper());
        outbox.send(
                letters.write(
                        email,
                        new Letters.Draft(
                                letters.say("mail.security.subject", letters.paper()),
                                List.of(what),
                                Optional.of(new Letter.Act(letters.say("mail.security.act"), "/account/security")),
                                List.of(letters.say("mail.security.after")))),
                at);
    }

    /** The last letter to somebody who has left. */
    @Transactional
    public void farewell(String email, Instant at) {
        outbox.send(
                letters.write(
                        email,
                        new Letters.Draft(
                                letters.say("mail.gone.subject", letters.paper()),
                                List.of(letters.say("mail.gone.text", letters.paper())),
                                Optional.empty(),
                                List.of(letters.say("mail.gone.after")))),
                at);
    }
}
