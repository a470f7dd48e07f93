package org.broadsheet.site.plans;

import java.util.Optional;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.plans.words.PlanCard;

/**
 * Before somebody subscribes.
 *
 * @param terms what is paid when, as a sentence
 * @param card whether cards can be used
 * @param invoice whether an invoice can be asked for
 * @param problem why it could not be done
 */
public record CheckoutPage(
        Frame frame, PlanCard plan, String terms, boolean card, boolean invoice, Optional<String> problem) {}
