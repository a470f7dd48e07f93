package org.broadsheet.site.plans;

import org.broadsheet.site.plans.words.PlanCard;
import java.util.List;
import org.broadsheet.site.page.Frame;

/** What is to be had. */
public record PlansPage(Frame frame, List<PlanCard> plans) {}
