package org.broadsheet.site.gifts;

import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Link;

/**
 * Who a gift is from, if they want it said, and what they say.
 *
 * @param said from whom, as a sentence
 * @param note the giver's words; may be empty
 */
public record GreetingPage(Frame frame, Link story, String said, String note) {}
