package org.broadsheet.site.account.page;

import java.util.List;
import org.broadsheet.site.page.Frame;

/** Mail that was not sent, since there is no mail server. */
public record OutboxPage(Frame frame, List<Mail> mails) {
    public record Mail(String to, String subject, String when, List<Piece> pieces) {}

    /**
     * A piece of a mail's text.
     *
     * @param href a path of this paper; empty for plain words
     */
    public record Piece(String text, String href) {
        public boolean isLink() {
            return !href.isEmpty();
        }
    }
}
