package org.broadsheet.site.account.page;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * What a link in a mail leads to: a button. The link alone does nothing, since programs that read mail follow links.
 *
 * @param key names the texts {@code <key>title}, {@code <key>text} and {@code <key>act}
 * @param fact what the text is about, such as an address
 * @param action where the button sends to
 * @param asks whether a password is asked for, and which
 */
public record PressPage(Frame frame, String key, String fact, String action, Asks asks, Form form, int shortest) {
    /** What is asked beside the button. */
    public enum Asks {
        NOTHING,
        /** Of another browser than the one that joined. */
        PASSWORD_AGAIN,
        NEW_PASSWORD,
        /** Besides, whether other ways into the account are to go. */
        NEW_PASSWORD_AND_OTHER_WAYS
    }

    public boolean asksAgain() {
        return asks == Asks.PASSWORD_AGAIN;
    }

    public boolean asksNew() {
        return asks == Asks.NEW_PASSWORD || asksOthers();
    }

    public boolean asksOthers() {
        return asks == Asks.NEW_PASSWORD_AND_OTHER_WAYS;
    }

    public Optional<String> name() {
        return Optional.of(fact).filter(text -> !text.isEmpty());
    }
}
