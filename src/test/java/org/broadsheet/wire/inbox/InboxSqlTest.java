package org.broadsheet.wire.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.inbox.Inbox.Mark;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Took;
import org.broadsheet.wire.take.WireDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxSqlTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor ANA = new Actor("Ana");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final WireDoors doors = WireDoors.of(database);
    private static final Inbox inbox = database.door(Inbox.class);
    private static final SentCopy agency = doors.agency(NOON);

    @Test
    void an_item_stands_there_once_by_its_newest_version() {
        long first = agency.send("urn:one", 1, "Zebras counted", "They were counted.");
        long second = agency.send("urn:one", 2, "Zebras counted again", "They were counted again.");
        assertThat(inbox.called("zebras", Keyset.TOP, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(second);
            assertThat(entry.name()).isEqualTo("Zebras counted again");
            assertThat(entry.status()).isEqualTo(WireStatus.USABLE);
            assertThat(entry.arrived()).isEqualTo(NOON.plusSeconds(120));
        });
        assertThat(inbox.find(first).orElseThrow().entry().id()).isEqualTo(second);
        assertThat(inbox.find(first).orElseThrow().item().paragraphs()).containsExactly("They were counted again.");
        assertThat(inbox.find(987_654)).isEmpty();
        assertThat(inbox.sources()).containsExactly(SentCopy.SOURCE);
        assertThat(inbox.newest("nobody", Keyset.TOP, 10)).isEmpty();
    }

    @Test
    void what_comes_late_does_not_stand_for_what_the_sender_said_after_it() {
        agency.put("urn:late", 3, "Lynx count", "\"pubstatus\":\"canceled\"", "Wrong.");
        doors.agency(NOON.plusSeconds(600)).put("urn:late", 2, "Lynx counted", "\"pubstatus\":\"usable\"", "Right.");
        assertThat(inbox.called("lynx", Keyset.TOP, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(WireStatus.CANCELED);
            assertThat(entry.name()).isEqualTo("Lynx count");
        });
    }

    @Test
    void what_is_put_aside_stays_so_when_another_version_comes() {
        long item = agency.send("urn:aside", 1, "Walrus seen", "It was seen.");
        assertThat(inbox.mark(item, Mark.HELD, ANA, NOON)).isTrue();
        assertThat(inbox.marked(Mark.HELD, 10)).extracting(Inbox.Entry::id).containsExactly(item);
        assertThat(inbox.mark(item, Mark.DECLINED, ANA, NOON)).isTrue();
        long later = agency.send("urn:aside", 2, "Walrus seen twice", "It was seen twice.");
        assertThat(inbox.newest(Keyset.TOP, 100)).extracting(Inbox.Entry::id).doesNotContain(item, later);
        assertThat(inbox.newest(SentCopy.SOURCE, Keyset.TOP, 100))
                .extracting(Inbox.Entry::id)
                .doesNotContain(item, later);
        assertThat(inbox.called("walrus", Keyset.TOP, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.mark()).contains(Mark.DECLINED));
        assertThat(inbox.unmark(later)).isTrue();
        assertThat(inbox.newest(Keyset.TOP, 100)).extracting(Inbox.Entry::id).contains(later);
        assertThat(inbox.mark(987_654, Mark.HELD, ANA, NOON)).isFalse();
    }

    @Test
    void a_story_that_was_made_of_it_is_named() {
        long item = agency.send("urn:taken", 1, "Yak crosses border", "It crossed.");
        Took took = doors.takes().take(item, SentCopy.PLACE, ANA, NOON);
        assertThat(took)
                .isInstanceOfSatisfying(
                        Took.Made.class,
                        made -> assertThat(
                                        inbox.find(item).orElseThrow().entry().story())
                                .contains(made.story()));
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_anything_twice() {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(agency.send("urn:page:" + i, 9, "Quokka number " + i, "Counted."));
        }
        List<Long> seen = new ArrayList<>();
        List<Inbox.Entry> page = inbox.called("quokka", Keyset.TOP, 3);
        while (!page.isEmpty()) {
            page.forEach(entry -> seen.add(entry.id()));
            page = inbox.called(
                    "quokka", Keyset.of(page.getLast().place().text()).orElseThrow(), 3);
        }
        assertThat(seen).containsExactlyElementsOf(sent.reversed());
    }
}
