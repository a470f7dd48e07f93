package org.broadsheet.site.plans.words;

import java.util.List;

/**
 * One plan as it is offered.
 *
 * @param price with what it is for: {@code Rp 49,000 a month}
 * @param points sentences on what it gives
 */
public record PlanCard(String slug, String name, String price, List<String> points) {
    public String checkout() {
        return "/plans/" + slug + "/checkout";
    }
}
