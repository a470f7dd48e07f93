package org.broadsheet.site.plans;

import java.util.List;
import java.util.Optional;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.plans.words.PlanCard;

/** A subscription for somebody else. @param card whether cards can be used */
public record PresentPage(Frame frame, List<PlanCard> plans, Written written, boolean card, Optional<String> problem) {

    /** What has been filled in. */
    public record Written(String plan, String recipient, String from, String note) {}
}
