package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.gift.GiftRoom.NOW;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.TestDatabase;

/** Whatever a subscriber does in whatever order, on two nodes and with plans that change: never more than the quota. */
class GivingPropertySqlTest {
    private static final int STORIES = 8;
    private static final AtomicInteger READERS = new AtomicInteger();

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final GiftRoom here = GiftRoom.on(DATABASE);
    private static final GiftRoom there = GiftRoom.on(DATABASE.anotherNode());
    private static final List<StoryId> stories = IntStream.range(0, STORIES)
            .mapToObj(number -> here.premium("Story " + number))
            .toList();

    @AfterContainer
    static void close() throws Exception {
        DATABASE.close();
    }

    private enum Kind {
        GIVE,
        GIVE_TWICE_AT_ONCE,
        REVOKE,
        CHANGE_PLAN
    }

    /** @param number which story, or the new quota */
    record Deed(Kind kind, int number) {}

    @Provide
    Arbitrary<List<Deed>> months() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.of(Kind.GIVE)),
                                Tuple.of(2, Arbitraries.of(Kind.GIVE_TWICE_AT_ONCE)),
                                Tuple.of(2, Arbitraries.of(Kind.REVOKE)),
                                Tuple.of(1, Arbitraries.of(Kind.CHANGE_PLAN))),
                        Arbitraries.integers().between(0, STORIES - 1))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 40)
    void no_month_has_more_stories_than_the_largest_quota_it_saw(@ForAll("months") List<Deed> month) throws Exception {
        int largest = 3;
        ReaderId giver = here.subscriber("reader" + READERS.incrementAndGet() + "@example.test", largest);
        Set<StoryId> given = new HashSet<>();
        for (Deed deed : month) {
            StoryId story = stories.get(deed.number());
            switch (deed.kind()) {
                case GIVE -> note(given, story, here.give(giver, story));
                case GIVE_TWICE_AT_ONCE ->
                    GiftRoom.atOnce(2, number -> (number == 0 ? here : there).give(giver, story))
                            .forEach(answer -> note(given, story, answer));
                case REVOKE ->
                    there.gifts().of(giver, NOW).stream()
                            .filter(link -> link.story().equals(story))
                            .forEach(link -> there.gifts().revoke(giver, link.id(), NOW));
                case CHANGE_PLAN -> {
                    int quota = 1 + deed.number() % 5;
                    largest = Math.max(largest, quota);
                    here.change(giver, quota);
                }
            }
            List<GiftLink> now = here.gifts().of(giver, NOW);
            assertThat(given).hasSizeLessThanOrEqualTo(largest);
            assertThat(now.stream().map(GiftLink::story).distinct()).hasSameSizeAs(given);
            assertThat(now.stream().filter(GiftLink::opens).map(GiftLink::story))
                    .doesNotHaveDuplicates();
            assertThat(here.gifts().allowance(giver, NOW).orElseThrow().used()).isEqualTo(given.size());
        }
    }

    /** Given once, it stays given; refused is only what is new. */
    private static void note(Set<StoryId> given, StoryId story, Given answer) {
        boolean had = given.contains(story);
        if (answer instanceof Given.QuotaSpent) {
            assertThat(had).isFalse();
        } else {
            given.add(story);
        }
    }
}
