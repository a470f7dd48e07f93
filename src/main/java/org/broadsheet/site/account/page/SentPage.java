package org.broadsheet.site.account.page;

import org.broadsheet.site.page.Frame;

/**
 * Words, and where to go on from there.
 *
 * @param key names the texts {@code <key>title}, {@code <key>text} and {@code <key>act}
 * @param href where the link below leads
 * @param outbox whether mail can be looked at here, since nobody sends it
 */
public record SentPage(Frame frame, String key, String href, boolean outbox) {}
