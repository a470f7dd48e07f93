package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.gift.GiftRoom.NOW;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.base.db.Change;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one node revokes opens nothing on any. */
class RevocationsSqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final GiftRoom here = GiftRoom.on(database);
    private static final GiftRoom there = GiftRoom.on(database.anotherNode());

    @Test
    void a_revoked_gift_opens_nothing_on_every_node_at_once_and_on_one_that_starts_later() {
        ReaderId giver = here.subscriber("giver@example.test", 5);
        GiftPass pass = pass(here.given(giver, here.premium("Revoked everywhere")));
        GiftPass other = pass(here.given(giver, here.premium("Untouched")));
        assertThat(here.passes().opens(pass, NOW)).isTrue();
        assertThat(there.passes().opens(pass, NOW)).isTrue();
        here.gifts().revoke(giver, pass.gift(), NOW);
        soon(() -> !here.passes().opens(pass, NOW) && !there.passes().opens(pass, NOW));
        GiftRoom later = GiftRoom.on(database.anotherNode());
        assertThat(later.passes().opens(pass, NOW)).isFalse();
        assertThat(later.passes().opens(other, NOW)).isTrue();
        assertThat(there.passes().opens(other, NOW)).isTrue();
    }

    @Test
    void a_node_that_missed_too_much_reads_all_of_it_again() {
        ReaderId giver = here.subscriber("missed@example.test", 5);
        GiftPass pass = pass(here.given(giver, here.premium("Missed")));
        // as when the notice has been lost: only the database knows
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("update gift.gift set revoked_at = :now where id = :id")
                        .bind("now", NOW)
                        .bind("id", pass.gift().value())
                        .execute());
        assertThat(there.passes().opens(pass, NOW)).isTrue();
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into base.change (kind, key) values ('everything', '')");
            handle.execute("notify broadsheet_change, '999999999 everything '");
        });
        soon(() -> !there.passes().opens(pass, NOW));
        assertThat(new Change("everything", "")).isEqualTo(Change.EVERYTHING);
    }

    @Test
    void a_pass_ends_with_its_gift_and_only_opens_what_this_paper_signed() {
        ReaderId giver = here.subscriber("signed@example.test", 5);
        GiftPass pass = pass(here.given(giver, here.premium("Signed")));
        String cookie = here.passes().write(pass);
        assertThat(there.passes().read(cookie)).contains(pass);
        assertThat(there.passes().read(cookie.replaceFirst("^[0-9]+", "999"))).isEmpty();
        assertThat(here.passes().opens(pass, pass.until().minusSeconds(1))).isTrue();
        assertThat(here.passes().opens(pass, pass.until())).isFalse();
    }

    private static GiftPass pass(GiftLink link) {
        return new GiftPass(link.id(), link.story(), link.until());
    }

    private interface Holds {
        boolean now();
    }

    private static void soon(Holds what) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!what.now() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(what.now()).isTrue();
    }
}
