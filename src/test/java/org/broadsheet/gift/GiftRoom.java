package org.broadsheet.gift;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;

/** One node's gift room on a test's database, in a paper of Jakarta. Who may give how many is said by the test. */
record GiftRoom(
        Gifts gifts,
        Openings openings,
        Friends friends,
        GiftFigures figures,
        GiftData data,
        GiftPasses passes,
        Stories stories,
        Jdbi jdbi) {

    /** 17:00 in Jakarta on January 3. */
    static final Instant NOW = Instant.parse("2026-01-03T10:00:00Z");

    /** By database, which its nodes share, and reader. */
    private static final Map<String, Integer> QUOTAS = new ConcurrentHashMap<>();

    static GiftRoom on(TestDatabase database) {
        return on(database, () -> NOW);
    }

    static GiftRoom on(TestDatabase database, InstantSource clock) {
        return database.doorAt(
                clock,
                GiftRoom.class,
                Gifts.class,
                Openings.class,
                Friends.class,
                GiftFigures.class,
                GiftData.class,
                GiftPasses.class,
                Quotas.class,
                GiftLinks.class,
                PrintedStories.class,
                Revocations.class,
                InPrint.class,
                Stories.class,
                Press.class,
                ChangeNotices.class,
                Around.class);
    }

    /** No {@code @Configuration}: the paper's own scan would take it for its own in other tests. */
    static class Around {
        @Bean
        Settings settings() {
            return Settings.load(Map.of(
                    "BROADSHEET_ZONE", "Asia/Jakarta",
                    "BROADSHEET_SECRET", "a secret that only the tests know of",
                    "BROADSHEET_DATA", "target/test-data"));
        }

        @Bean
        Entitlements entitlements(Jdbi jdbi) {
            return new Entitlements() {
                @Override
                public Optional<Entitlement> of(ReaderId reader, Instant now) {
                    return Optional.ofNullable(QUOTAS.get(key(jdbi, reader)))
                            .map(gifts -> new Entitlement("A plan", gifts, now.plusSeconds(600)));
                }

                @Override
                public Optional<Entitlement> at(InetAddress address, Instant now) {
                    return Optional.empty();
                }
            };
        }
    }

    private static String key(Jdbi jdbi, ReaderId reader) {
        String database = jdbi.withHandle(handle -> handle.createQuery("select current_database()")
                .mapTo(String.class)
                .one());
        return database + " " + reader;
    }

    ReaderId subscriber(String email, int quota) {
        ReaderId reader = People.join(jdbi, email);
        QUOTAS.put(key(jdbi, reader), quota);
        return reader;
    }

    void change(ReaderId reader, int quota) {
        QUOTAS.put(key(jdbi, reader), quota);
    }

    void lapse(ReaderId reader) {
        QUOTAS.remove(key(jdbi, reader));
    }

    StoryId premium(String headline) {
        return print(headline, Reach.SUBSCRIBERS);
    }

    StoryId print(String headline, Reach reach) {
        stories.section(new Section("news", "News", 1));
        return Draft.of(headline).reaching(reach).print(stories, NOW.minusSeconds(3_600));
    }

    Given give(ReaderId giver, StoryId story) {
        return give(giver, story, NOW);
    }

    Given give(ReaderId giver, StoryId story, Instant at) {
        return gifts.give(giver, new Gifts.Wish(story, "", Optional.empty()), at);
    }

    GiftLink given(ReaderId giver, StoryId story) {
        return link(give(giver, story));
    }

    static GiftLink link(Given given) {
        return switch (given) {
            case Given.New(GiftLink link, Offer.Allowance allowance) -> link;
            case Given.Again(GiftLink link, Offer.Allowance allowance) -> link;
            case Given.Refused why -> throw new AssertionError("not given: " + why);
        };
    }

    static GiftToken token(GiftLink link) {
        return link.token().orElseThrow();
    }

    /** All of them start together. */
    static <T> List<T> atOnce(int many, IntFunction<T> deed) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    go.await();
                    return deed.apply(number);
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        }
    }
}
