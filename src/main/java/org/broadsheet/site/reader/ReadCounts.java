package org.broadsheet.site.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.site.assembly.KeptLists;
import org.broadsheet.site.assembly.MostRead;
import org.broadsheet.story.Address;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what people read, by story and hour, for all nodes together. */
@Component
public class ReadCounts implements MostRead {
    private static final Duration LATELY = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(60);
    private static final int SHOWN = 5;

    /** More than are shown: some may have been taken back since. */
    private static final int KNOWN = 15;

    private final ReadsSql sql;
    private final InPrint inPrint;
    private final KeptLists lists;
    private final InstantSource clock;
    private volatile List<StoryId> most = List.of();

    ReadCounts(Jdbi jdbi, InPrint inPrint, KeptLists lists, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, ReadsSql.class);
        this.inPrint = inPrint;
        this.lists = lists;
        this.clock = clock;
    }

    /** Which stories is known from the last count, less those that went out of print since. */
    @Override
    public List<Teaser> now() {
        return lists.stories(most).stream().limit(SHOWN).toList();
    }

    /**
     * Adds reads of pages; those that are no story's are not counted. Looks what is read most now.
     *
     * @param byPath how often people read each path since this was last told
     */
    @Transactional
    public void add(Map<String, Long> byPath) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Map<Address, Long> byAddress = new HashMap<>();
        byPath.forEach((path, times) -> Address.of(path)
                .filter(address -> times > 0)
                .ifPresent(address -> byAddress.merge(address, times, Long::sum)));
        Map<StoryId, Long> byStory = new TreeMap<>(Comparator.comparingLong(StoryId::value));
        // One question for all: in an hour of readers who dig in the archive these would be as many as their pages.
        inPrint.numbersAt(byAddress.keySet())
                .forEach((address, story) -> byStory.merge(story, byAddress.getOrDefault(address, 0L), Long::sum));
        if (!byStory.isEmpty()) {
            sql.add(
                    hour,
                    byStory.keySet().stream().mapToLong(StoryId::value).toArray(),
                    byStory.values().stream().mapToLong(Long::longValue).toArray());
            sql.forget(now.minus(KEPT));
        }
        most = sql.most(now.minus(LATELY), KNOWN);
    }
}
