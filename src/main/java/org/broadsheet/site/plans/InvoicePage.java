package org.broadsheet.site.plans;

import java.util.List;
import org.broadsheet.site.page.Frame;

/** One bill, to be printed. @param lines name and value @param payTo how it is paid, in the publisher's words */
public record InvoicePage(Frame frame, String number, String state, List<Line> lines, String payTo) {
    public record Line(String name, String value) {}
}
