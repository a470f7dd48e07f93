package org.broadsheet.testing;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.base.Actor;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;

/** Subscribers of a running paper, for tests that are about what they do. */
public final class Subscribers {
    private Subscribers() {}

    /** @param gifts a month: 3 to 5 */
    public static ReaderId join(TestPaper paper, String email, int gifts) {
        ReaderId reader = People.join(paper.database().jdbi(), email);
        Money price = Money.of("10000", "IDR");
        paper.door(Plans.class).offer(Plan.of("gifts-" + gifts, "Plan of " + gifts, price, Plan.Interval.MONTH, gifts));
        Instant now = Instant.now();
        paper.door(Subscriptions.class)
                .give(
                        new Subscriptions.Gift(reader, "gifts-" + gifts, now.plus(Duration.ofDays(90)), "a test"),
                        Actor.PAPER,
                        now);
        return reader;
    }

    public static void call(TestPaper paper, ReaderId reader, String name) {
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update reader.reader set name = :name where id = :id")
                        .bind("name", name)
                        .bind("id", reader.value())
                        .execute());
    }

    /** A cookie that says that this reader has signed in. */
    public static String session(TestPaper paper, ReaderId reader) {
        Session session = paper.door(Sessions.class).begin(reader, "a test", Instant.now());
        return paper.door(SessionCookie.class).write(session);
    }
}
