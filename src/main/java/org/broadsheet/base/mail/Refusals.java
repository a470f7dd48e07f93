package org.broadsheet.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's no means (RFC 5321, 4.2.1): from 500 on, never; below, not now. */
final class Refusals {
    private static final int NEVER = 500;
    private static final int LONGEST = 300;

    private Refusals() {}

    /** True when trying again would change nothing: about this mail, not about the server or whom it lets in. */
    static boolean isForGood(MessagingException refusal) {
        for (Exception each = refusal; each != null; each = next(each)) {
            if (each instanceof AddressException) {
                return true;
            }
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= NEVER;
            }
            if (each instanceof SMTPSendFailedException sending && !isAboutUs(sending.getReturnCode())) {
                return sending.getReturnCode() >= NEVER && next(each) == null;
            }
        }
        return false;
    }

    /** True when the server will have no mail of ours at all just now, so that the next one need not be tried. */
    static boolean endsTheConversation(MessagingException refusal) {
        for (Exception each = refusal; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException || each instanceof AddressException) {
                return false;
            }
            if (each instanceof SMTPSendFailedException || each instanceof SMTPSenderFailedException) {
                return false;
            }
        }
        return true;
    }

    /** Signing in is wanted, or not well done, or TLS is missing: the operator can mend that. */
    private static boolean isAboutUs(int code) {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    /** What it said, in one line. */
    static String said(Exception refusal) {
        String said = Optional.ofNullable(refusal.getMessage())
                .orElse(refusal.getClass().getSimpleName());
        String line = said.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
