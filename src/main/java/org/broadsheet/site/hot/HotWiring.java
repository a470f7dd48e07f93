package org.broadsheet.site.hot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.EveryAnswer;
import org.broadsheet.base.http.SecurityHeaders;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.site.assembly.KeptLists;
import org.broadsheet.site.hot.limits.Held;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.TurnedAway;
import org.broadsheet.site.store.DiskTier;
import org.broadsheet.site.store.PageHeaders;
import org.broadsheet.site.store.PageStore;
import org.broadsheet.site.store.StoreFigures;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the page store between Jetty and Spring. */
@Configuration(proxyBeanMethods = false)
class HotWiring {
    /** The rest of the heap is for making pages; bodies are counted to the byte, their objects about. */
    private static final int SHARE_OF_HEAP = 4;

    private static final long MEGABYTE = 1024 * 1024;

    /** Lists are forgotten before pages are dropped, so that no page is made again from an old list. */
    @Bean
    PageStore pageStore(List<PageSource> sources, KeptLists lists, ChangeNotices notices, Settings settings) {
        long limit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        DiskTier disk = DiskTier.in(settings.data(), settings.storage().pagesOnDisk() * MEGABYTE);
        PageStore store = new PageStore(sources, new PageHeaders(SecurityHeaders.forPaper(settings)), limit, disk);
        notices.listen(change -> {
            if (change.equals(Change.EVERYTHING)) {
                lists.forgetAll();
                store.everythingChanged();
            } else {
                lists.forget(change);
                store.changed(change.kind() + ":" + change.key());
            }
        });
        return store;
    }

    @Bean
    Desk desk(PageStore store, Visitors visitors, InstantSource clock, Settings settings) {
        return new Desk(store, visitors, new Asker(settings), clock, Limits.of(settings.server()));
    }

    @Bean
    Waiting waiting(Desk desk) {
        return new Waiting(desk);
    }

    /** After Spring's own, which would have the selector run on a virtual thread. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> frontDoor(Desk desk, Settings settings) {
        EveryAnswer said = new EveryAnswer(SecurityHeaders.forPaper(settings));
        return factory -> {
            factory.setAcceptors(1);
            factory.setSelectors(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
            factory.setThreadPool(FrontDoor.threads());
            factory.addServerCustomizers(server -> FrontDoor.stand(server, desk));
            factory.addServerCustomizers(said::of);
        };
    }

    @Bean
    MeterBinder connectionFigures(Desk desk) {
        return registry -> {
            for (TurnedAway.Why why : TurnedAway.Why.values()) {
                FunctionCounter.builder("broadsheet.connections.turned.away", desk.turnedAway, it -> it.counted(why))
                        .tag("why", why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .description("Connections ended, or let wait, since the start")
                        .register(registry);
            }
            Gauge.builder("broadsheet.connections.held.bytes", desk.held, Held::bytes)
                    .description("Memory that slow clients make the paper hold")
                    .baseUnit("bytes")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder pageFigures(PageStore store) {
        return registry -> {
            count(registry, store, "served", counted -> counted.served());
            count(registry, store, "unchanged", counted -> counted.unchanged());
            count(registry, store, "missed", counted -> counted.missed());
            count(registry, store, "rendered", counted -> counted.rendered());
            count(registry, store, "restored", counted -> counted.restored());
            count(registry, store, "overtaken", counted -> counted.overtaken());
            count(registry, store, "polished", counted -> counted.polished());
            count(registry, store, "failed", counted -> counted.failed());
            Gauge.builder("broadsheet.pages.bytes", store, PageStore::weight)
                    .description("Memory that finished pages take")
                    .baseUnit("bytes")
                    .register(registry);
            Gauge.builder("broadsheet.pages.kept", store, PageStore::size)
                    .description("Finished pages in memory")
                    .register(registry);
        };
    }

    private static void count(
            MeterRegistry registry, PageStore store, String what, ToDoubleFunction<StoreFigures.Counted> of) {
        FunctionCounter.builder(
                        "broadsheet.pages." + what,
                        store,
                        it -> of.applyAsDouble(it.figures().counted()))
                .description("Pages " + what + " since the start")
                .register(registry);
    }
}
