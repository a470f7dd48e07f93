package org.broadsheet.site.account.page;

import org.broadsheet.site.page.Frame;

/**
 * A page that is one form.
 *
 * @param to where the reader wants to go afterwards
 * @param shortest how many characters a password has at least
 */
public record FormPage(Frame frame, Form form, String to, int shortest) {}
