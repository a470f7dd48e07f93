package org.broadsheet.site.gifts;

import org.broadsheet.site.page.Frame;

/**
 * What a robot that draws a card gets of a gift's link: headline, standfirst and picture, and a button, in case it is a
 * person after all. Nothing of the story, no name, no note.
 *
 * @param action where the button leads
 */
public record CardPage(Frame frame, String headline, String standfirst, String action) {}
