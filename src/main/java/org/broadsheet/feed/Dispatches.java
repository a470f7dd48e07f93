package org.broadsheet.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.paywall.Paywall;
import org.broadsheet.story.Access;
import org.broadsheet.story.Story;
import org.broadsheet.story.changes.Change;
import org.broadsheet.story.changes.Changes;
import org.broadsheet.wire.take.Taken;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what a partner is given, and writes down that it was: of the paper's own stories those of its sections. What an
 * agency sent is the agency's to sell. A story that it was given and may have no longer, it is told to take back.
 */
@Component
class Dispatches {
    private static final int MOST = 100;
    private static final Access UNDER_CONTRACT = new Paywall().underContract();

    /** Two who print at once may be seen in another order than their clocks say: so much is given twice, and nothing never. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final PartnerSql sql;
    private final Changes changes;
    private final Taken taken;
    private final Channels channels;
    private final FeedBody bodies;
    private final String base;

    Dispatches(Jdbi jdbi, Changes changes, Taken taken, Channels channels, Settings settings) {
        this.sql = NamedSql.of(jdbi, PartnerSql.class);
        this.changes = changes;
        this.taken = taken;
        this.channels = channels;
        this.base = settings.baseUrl().toString();
        // photographs may be somebody else's: figures are left out
        this.bodies = new FeedBody(base, Map.of());
    }

    /** What changed after that, the oldest first; without it the last stories, the newest first. */
    @Transactional
    public Dispatch dispatch(Partner partner, Optional<Keyset> after, Instant now) {
        List<Change> seen = after.map(from -> changes.after(from.at(), from.id(), MOST))
                .orElseGet(() -> changes.latest(partner.sections(), MOST));
        long[] numbers = seen.stream().mapToLong(change -> change.id().value()).toArray();
        Set<Long> had = new HashSet<>(sql.handed(partner.name(), numbers));
        List<Dispatch.Item> items = new ArrayList<>();
        List<Long> given = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        for (Change change : seen) {
            Optional<Story> story = offered(partner, change);
            if (story.isPresent()) {
                items.add(offer(partner, change, story.get()));
                given.add(change.id().value());
            } else if (had.contains(change.id().value())) {
                String notice = change instanceof Change.TakenBack(var _, var _, var _, String said) ? said : "";
                items.add(new Dispatch.Canceled(guid(change), change.at(), notice));
                back.add(change.id().value());
            }
        }
        sql.hand(partner.name(), array(given), now);
        sql.takeBack(partner.name(), array(back), now);
        return new Dispatch(List.copyOf(items), next(seen, after, now));
    }

    private Optional<Story> offered(Partner partner, Change change) {
        return switch (change) {
            case Change.Printed(Story story) ->
                partner.has(story.teaser().section().slug())
                                && taken.of(story.id()).isEmpty()
                        ? Optional.of(story)
                        : Optional.empty();
            case Change.TakenBack _ -> Optional.empty();
        };
    }

    private Dispatch.Item offer(Partner partner, Change change, Story story) {
        SafeHtml body = switch (partner.bodies()) {
            case OPEN -> story.body().openToAll();
            case WHOLE -> story.body().open(UNDER_CONTRACT);
        };
        return new Dispatch.Offered(
                guid(change),
                change.at(),
                base + story.teaser().path(),
                story,
                bodies.xhtml(body, story.corrections()));
    }

    private String guid(Change change) {
        return channels.id(change.id(), change.address());
    }

    /** A full answer goes on right behind itself, else many changes at one moment would come again and again. */
    private static Keyset next(List<Change> seen, Optional<Keyset> after, Instant now) {
        Keyset settled = new Keyset(now.minus(OVERLAP), 0);
        if (after.isEmpty()) {
            return settled;
        }
        if (seen.isEmpty()) {
            return after.get();
        }
        Keyset last = new Keyset(seen.getLast().at(), seen.getLast().id().value());
        Keyset next = seen.size() == MOST || last.compareTo(settled) < 0 ? last : settled;
        return next.compareTo(after.get()) < 0 ? after.get() : next;
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
