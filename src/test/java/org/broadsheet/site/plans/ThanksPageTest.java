package org.broadsheet.site.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.testing.LocalStripe;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThanksPageTest {
    @RegisterExtension
    static final LocalStripe stripe = new LocalStripe();

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(stripe.settings());

    @Test
    void whoever_reloads_the_page_of_thanks_without_end_asks_the_payment_provider_ten_times_a_minute() {
        Surfer surfer = new Surfer(paper).as(People.join(paper.database().jdbi(), "impatient@page.test"));
        int before = stripe.asked();
        for (int more = 0; more < 30; more++) {
            assertThat(surfer.get("/plans/thanks?session=cs_of_somebody_else_" + more)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(stripe.asked() - before).isBetween(10, 12);
        surfer.cookies().clear();
        assertThat(surfer.get("/plans/thanks?session=cs_of_somebody_else").statusCode())
                .isEqualTo(303);
    }
}
