package org.broadsheet.site.reader;

import org.broadsheet.site.store.PageStore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings what this node's page store has counted to the database, now and then and at the end. */
@Component
class ReadTally {
    private static final long EVERY_MILLISECONDS = 30_000;

    private final PageStore store;
    private final ReadCounts counts;

    ReadTally(PageStore store, ReadCounts counts) {
        this.store = store;
        this.counts = counts;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = EVERY_MILLISECONDS)
    void bring() {
        counts.add(store.takeReads());
    }

    @EventListener(ContextClosedEvent.class)
    void last() {
        bring();
    }
}
