package org.broadsheet.site.plans;

import java.util.List;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.plans.words.PlanCard;

/** What is to be had. */
public record PlansPage(Frame frame, List<PlanCard> plans) {}
