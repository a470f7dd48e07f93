package org.broadsheet.site.plans;

import java.util.List;
import java.util.Optional;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.plans.words.PlanCard;

/**
 * What a reader has.
 *
 * @param done what has just been done, as a sentence
 * @param portal whether the payment provider has a page for this reader
 */
public record OwnPlanPage(
        Frame frame,
        Optional<String> done,
        Optional<String> problem,
        List<Held> held,
        List<Seat> places,
        List<Bill> bills,
        boolean portal) {

    /**
     * One subscription.
     *
     * @param state how it stands and what comes next, as a sentence
     * @param gifts what may be given away, as a sentence
     * @param others what it can be changed to
     */
    public record Held(
            long id,
            String plan,
            String state,
            String gifts,
            boolean cancels,
            boolean resumes,
            List<PlanCard> others,
            Optional<Group> group) {}

    /** @param left as a sentence */
    public record Group(List<Seat> seats, String left) {}

    /** @param about whom it is for and whether it is taken, as a sentence */
    public record Seat(long id, String about) {}

    public record Bill(String number, String amount, String state) {
        public String href() {
            return "/account/plan/invoices/" + number;
        }
    }
}
