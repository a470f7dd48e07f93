package org.broadsheet.paywall.crawler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.springframework.stereotype.Component;

/**
 * Search engines that may read whole stories (setting CRAWLERS, by default none), each verified: its address is among those
 * that its owner publishes, or the name server knows the address by a name of its owner's and that name by the address.
 * What was found is remembered for a while, for a bounded number of addresses; whoever cannot be verified in time is not.
 */
@Component
public class Crawlers implements AutoCloseable {

    private static final Duration TRUE_FOR = Duration.ofHours(24);
    private static final Duration FALSE_FOR = Duration.ofMinutes(10);
    private static final int ADDRESSES = 20_000;
    private static final int AT_ONCE = 4;
    private static final int WAITING = 64;
    private static final int MOST_SECONDS = 3;

    private final List<Crawler> reading;
    private final NameServer names;
    private final Published published;
    private final InstantSource clock;
    private final Cache<Asked, Verdict> verdicts =
            Caffeine.newBuilder().maximumSize(ADDRESSES).build();
    private final ExecutorService asking;

    private record Asked(Crawler crawler, InetAddress address) {}

    private record Verdict(boolean verified, Instant until) {}

    public Crawlers(Settings settings, NameServer names, InstantSource clock) {
        this.reading = settings.sales().crawlers().stream().map(Crawlers::named).toList();
        this.names = names;
        this.published = new Published(settings.data());
        this.clock = clock;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("crawler-names-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.asking = pool;
    }

    private static Crawler named(String word) {
        return Crawler.of(word)
                .orElseThrow(() -> new CommandFailure(
                        "CRAWLERS names \"" + word + "\", which is no search engine this paper can verify.",
                        "Use some of google, bing, apple, duckduckgo."));
    }

    /** The one of those that may read whose name this browser bears. */
    public Optional<String> claimed(String browser) {
        for (Crawler crawler : reading) {
            if (crawler.claimedBy(browser)) {
                return Optional.of(crawler.word());
            }
        }
        return Optional.empty();
    }

    /** True where this is an address of the crawler's. Waits, for some seconds at most. */
    public boolean isOne(String word, InetAddress address) {
        Optional<Crawler> crawler = Crawler.of(word).filter(reading::contains);
        if (crawler.isEmpty()) {
            return false;
        }
        Asked asked = new Asked(crawler.get(), address);
        Verdict known = verdicts.getIfPresent(asked);
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.verified;
        }
        Optional<Boolean> found = published.names(asked.crawler, address) ? Optional.of(true) : byName(asked);
        found.ifPresent(verified ->
                verdicts.put(asked, new Verdict(verified, clock.instant().plus(verified ? TRUE_FOR : FALSE_FOR))));
        return found.orElse(false);
    }

    /** Nothing where the name server did not answer in time. */
    private Optional<Boolean> byName(Asked asked) {
        if (!asked.crawler.hasDomains()) {
            return Optional.of(false);
        }
        Future<Boolean> answer;
        try {
            answer = asking.submit(() -> thereAndBack(asked));
        } catch (RejectedExecutionException tooMany) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(MOST_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException noAnswer) {
            answer.cancel(true);
            return Optional.empty();
        }
    }

    private boolean thereAndBack(Asked asked) throws IOException {
        Optional<String> name = names.nameOf(asked.address).filter(asked.crawler::owns);
        return name.isPresent() && names.addressesOf(name.get()).contains(asked.address);
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
