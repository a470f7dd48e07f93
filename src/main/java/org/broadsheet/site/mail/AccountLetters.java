package org.broadsheet.site.mail;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.reader.ReaderMail;
import org.springframework.stereotype.Component;

/** What the paper writes to people about their accounts. */
@Component
class AccountLetters implements ReaderMail.Writer {
    private final Letters letters;

    AccountLetters(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Mail write(ReaderMail mail) {
        return switch (mail) {
            case ReaderMail.Confirm it -> asking(mail, "mail.confirm.", "/join/confirm/" + it.token());
            case ReaderMail.HereAlready _ -> asking(mail, "mail.here.", "/sign-in");
            case ReaderMail.SignInLink it -> asking(mail, "mail.link.", "/sign-in/link/" + it.token());
            case ReaderMail.ResetLink it -> asking(mail, "mail.reset.", "/forgotten/" + it.token());
            case ReaderMail.NobodyHere _ -> asking(mail, "mail.nobody.", "/join");
            case ReaderMail.OldAddress it ->
                asking(
                        mail,
                        "mail.old-address.",
                        "/account/email/old/" + it.token(),
                        it.next().address());
            case ReaderMail.NewAddress it -> asking(mail, "mail.new-address.", "/account/email/new/" + it.token());
            case ReaderMail.AddressChanged it ->
                telling(mail, "mail.moved.", it.next().address());
            case ReaderMail.PasswordChanged _ -> asking(mail, "mail.password.", "/account/security");
            case ReaderMail.StaffLink it ->
                asking(
                        mail,
                        "mail.staff.",
                        "/sign-in/link/" + it.token(),
                        letters.say("role." + it.role().word()));
        };
    }

    private Mail asking(ReaderMail mail, String key, String path, Object... facts) {
        Letter.Act act = new Letter.Act(letters.say(key + "act"), path);
        return write(mail, key, Optional.of(act), facts);
    }

    private Mail telling(ReaderMail mail, String key, Object... facts) {
        return write(mail, key, Optional.empty(), facts);
    }

    /** Texts may name the paper, {0}, and one thing more, {1}. */
    private Mail write(ReaderMail mail, String key, Optional<Letter.Act> act, Object... facts) {
        Object fact = facts.length == 0 ? "" : facts[0];
        return letters.write(
                mail.to().address(),
                new Letters.Draft(
                        letters.say(key + "subject", letters.paper()),
                        List.of(letters.say(key + "text", letters.paper(), fact)),
                        act,
                        List.of(letters.say(key + "after", letters.paper(), fact))));
    }
}
