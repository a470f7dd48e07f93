package org.broadsheet.site.plans;

import java.util.Optional;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Link;

/** Something has been done, or is asked. @param act a button that sends a form to its address */
public record NoticePage(Frame frame, String title, String text, Optional<Link> act, Optional<Link> onward) {}
