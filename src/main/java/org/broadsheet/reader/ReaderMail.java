package org.broadsheet.reader;

import org.broadsheet.base.mail.Mail;

/** What the paper writes to people about their accounts. The words are the pages' affair: {@link Writer}. */
public sealed interface ReaderMail {
    Email to();

    /** Somebody wants to join with this address. */
    record Confirm(Email to, String token) implements ReaderMail {}

    /** Somebody wants to join with, or move to, an address that has an account. */
    record HereAlready(Email to) implements ReaderMail {}

    record SignInLink(Email to, String token) implements ReaderMail {}

    record ResetLink(Email to, String token) implements ReaderMail {}

    /** Somebody wanted a link for an address that has no account. */
    record NobodyHere(Email to) implements ReaderMail {}

    /** To the address that is to be left. */
    record OldAddress(Email to, String token, Email next) implements ReaderMail {}

    /** To the address that is to be moved to. */
    record NewAddress(Email to, String token) implements ReaderMail {}

    /** To the address that was left. */
    record AddressChanged(Email to, Email next) implements ReaderMail {}

    record PasswordChanged(Email to) implements ReaderMail {}

    /** To a new member of staff. */
    record StaffLink(Email to, String token, Role role) implements ReaderMail {}

    /** Puts it into the paper's words and look. */
    interface Writer {
        Mail write(ReaderMail mail);
    }
}
