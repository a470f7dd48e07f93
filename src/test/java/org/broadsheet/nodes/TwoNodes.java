package org.broadsheet.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The two papers, and a crowd in front of them. */
final class TwoNodes implements AfterAllCallback {
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /** Of the part of a story that is not for everyone. */
    static final String GUARDED = "words that only some may read";

    final TestPaper here = TestPaper.start(
            Map.of("CONNECTIONS_PER_ADDRESS", "2000", "DATABASE_CONNECTIONS", "12", "ZONE", "Asia/Jakarta"));
    final TestPaper there = here.anotherNode();

    /** Every second one is the other. */
    TestPaper node(int number) {
        return number % 2 == 0 ? here : there;
    }

    StoryId print(String headline, Reach reach) {
        Stories stories = here.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        return Draft.of(headline)
                .html("<p>The free beginning.</p><p>" + (GUARDED + " and others ").repeat(30) + "</p>")
                .reaching(reach)
                .print(stories, Instant.now());
    }

    String path(StoryId story) {
        return here.door(InPrint.class).story(story).orElseThrow().teaser().path();
    }

    /** A browser that shows these cookies to the node; which node gave them does not matter. */
    static PlainBrowser browser(TestPaper node, Map<String, String> cookies) {
        PlainBrowser browser = new PlainBrowser(node);
        browser.cookies().putAll(cookies);
        return browser;
    }

    boolean reads(PlainBrowser browser, StoryId story) {
        return reads(browser, path(story));
    }

    /** The same where many ask at once, who would have to wait for the test's own question. */
    static boolean reads(PlainBrowser browser, String path) {
        return patiently(() -> browser.get(path)).body().contains(GUARDED);
    }

    /** As people do who are told that there is a crush just now: again, until there is an answer. */
    static HttpResponse<String> patiently(Supplier<HttpResponse<String>> asked) {
        Instant end = Instant.now().plus(LIMIT);
        HttpResponse<String> answer = asked.get();
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = asked.get();
        }
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        return answer;
    }

    /** All of them together, none before everybody has come. */
    static <T> List<T> atOnce(int count, IntFunction<Callable<T>> each) throws Exception {
        CountDownLatch come = new CountDownLatch(count);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = IntStream.range(0, count)
                    .mapToObj(each)
                    .map(one -> crowd.submit(() -> {
                        come.countDown();
                        come.await();
                        return one.call();
                    }))
                    .toList();
            List<T> done = new ArrayList<>();
            for (Future<T> one : all) {
                done.add(one.get());
            }
            return done;
        }
    }

    /** Waits for what another node hears by itself. The limit is there only so that a failure ends. */
    static void soon(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(LIMIT);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        there.close();
        here.close();
    }
}
