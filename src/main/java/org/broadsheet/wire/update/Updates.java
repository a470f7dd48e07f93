package org.broadsheet.wire.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Printed;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.rule.PrintRules;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireNews;
import org.broadsheet.wire.item.Succession;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;
import org.broadsheet.wire.merge.Merge;
import org.broadsheet.wire.merge.Merged;
import org.broadsheet.wire.take.Taken;
import org.broadsheet.wire.update.Update.Decided;
import org.broadsheet.wire.update.Update.Decision;
import org.broadsheet.wire.update.Update.Ending;
import org.broadsheet.wire.update.Update.Reason;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Updates of the wire in the desk's copy. What nobody reads yet and clashes with nothing goes in at once; so does what
 * readers have in the agency's own words. Everything else waits for an editor, who sees it merged and decides each clash.
 */
@Component
@Transactional
public class Updates {
    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private final UpdateSql sql;
    private final Taken taken;
    private final Stories stories;
    private final PrintRules rules;

    Updates(Jdbi jdbi, Taken taken, Stories stories, PrintRules rules) {
        this.sql = NamedSql.of(jdbi, UpdateSql.class);
        this.taken = taken;
        this.stories = stories;
        this.rules = rules;
    }

    /** Hears what is new on the wire, in its transaction. */
    @EventListener
    public void hear(WireNews news) {
        for (Wire.Kept kept : taken.amongTaken(news.items())) {
            taken.from(kept.source(), kept.item().guid())
                    .filter(base -> isNews(base, kept.item()))
                    .ifPresent(base -> arrived(base, kept.item(), kept.arrived()));
        }
    }

    /** What waits, the newest first; at most so many. */
    @Transactional(readOnly = true)
    public List<Update> waiting(int most) {
        return sql.waiting(most).stream().map(Updates::update).toList();
    }

    /** What an update would make of its story as that stands now; empty when none waits. */
    public Optional<Update.Look> look(StoryId story) {
        Optional<Update> waiting = waitingOf(story);
        return waiting.map(update -> look(update, taken.of(story).orElseThrow()));
    }

    private Optional<Update> waitingOf(StoryId story) {
        return sql.hold(story.value()).flatMap(sql::waitingOf).map(Updates::update);
    }

    private Update.Look look(Update update, Taken.Base base) {
        Copy.Latest latest = stories.latest(update.story()).orElseThrow();
        Merged merged = merged(base, latest.copy(), update.item());
        Optional<String> note = latest.state() == State.PUBLISHED
                ? DraftNote.of(
                        Wordings.of(latest.copy()),
                        merged.wording(),
                        latest.copy().language())
                : Optional.empty();
        return new Update.Look(update, latest.version(), merged, note);
    }

    /** Brings a waiting update into its story as an editor decided. All of it happens, or nothing. */
    public Decided decide(Decision decision, Actor by, Instant at) {
        Optional<Update> waiting = waitingOf(decision.story());
        if (waiting.isEmpty()) {
            return new Decided.Already();
        }
        Update.Look look = look(waiting.get(), taken.of(decision.story()).orElseThrow());
        if (look.version() != decision.version() || waiting.get().number() != decision.number()) {
            return new Decided.LookAgain();
        }
        Copy desk = stories.latest(decision.story()).orElseThrow().copy();
        Copy copy = Wordings.with(desk, look.merged().wording(decision.sides()));
        int version = copy.equals(desk) ? look.version() : saved(decision.story(), look.version(), copy, by, at);
        settle(waiting.get().story(), waiting.get().source(), waiting.get().item(), at);
        Optional<Printed> trouble = ended(decision, by, at);
        if (trouble.isPresent()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Decided.NotPrinted(trouble.get());
        }
        return new Decided.Done(version);
    }

    /** Leaves an update out: the story stands on what the agency said, in the desk's words. */
    public Decided dismiss(StoryId story, long number, Instant at) {
        Optional<Update> waiting = waitingOf(story);
        if (waiting.isEmpty()) {
            return new Decided.Already();
        }
        if (waiting.get().number() != number) {
            return new Decided.LookAgain();
        }
        settle(story, waiting.get().source(), waiting.get().item(), at);
        return new Decided.Done(stories.latest(story).orElseThrow().version());
    }

    private Optional<Printed> ended(Decision decision, Actor by, Instant at) {
        return switch (decision.ending()) {
            case Ending.Saved() -> Optional.empty();
            case Ending.Printed() -> trouble(stories.print(decision.story(), at));
            case Ending.Corrected(String note) ->
                trouble(stories.print(decision.story(), at))
                        .or(() -> trouble(stories.correct(decision.story(), note, by, at)));
        };
    }

    private static Optional<Printed> trouble(Printed outcome) {
        return outcome instanceof Printed.Done ? Optional.empty() : Optional.of(outcome);
    }

    /** Withdrawn copy is no update, nor what has no text, nor what came late. */
    private boolean isNews(Taken.Base base, WireItem item) {
        return item.status() == WireStatus.USABLE
                && !item.paragraphs().isEmpty()
                && Succession.compare(item, base.item()) >= 0
                && waitingOf(base.story())
                        .filter(update -> Succession.compare(item, update.item()) < 0)
                        .isEmpty();
    }

    private void arrived(Taken.Base base, WireItem item, Instant at) {
        if (!item.embargo().equals(base.item().embargo())) {
            rules.embargo(base.story(), item.embargo().map(WireTime::instant), at);
        }
        Copy.Latest latest = stories.latest(base.story()).orElseThrow();
        Merged merged;
        try {
            merged = merged(base, latest.copy(), item);
        } catch (RuntimeException failed) {
            // what is wrong with one item must not keep the wire from being read
            LOG.error("an update of story {} by {} cannot be merged", base.story(), base.source(), failed);
            return;
        }
        boolean changes = !merged.wording().equals(Wordings.of(latest.copy()));
        if (!merged.clashes().isEmpty()) {
            waits(base, Reason.CLASH, item, at);
        } else if (!changes) {
            settle(base.story(), base.source(), item, at);
        } else {
            clean(base, item, new Ready(latest, Wordings.with(latest.copy(), merged.wording())), at);
        }
    }

    private record Ready(Copy.Latest latest, Copy copy) {}

    /** The story takes all of it without contradiction; whether it may at once depends on who reads it. */
    private void clean(Taken.Base base, WireItem item, Ready ready, Instant at) {
        Actor agency = new Actor("wire: " + base.source());
        switch (ready.latest().state()) {
            case DRAFT, READY, SCHEDULED -> {
                saved(base.story(), ready.latest().version(), ready.copy(), agency, at);
                settle(base.story(), base.source(), item, at);
            }
            case PUBLISHED -> {
                if (!base.follows()
                        || !Wordings.of(ready.latest().copy())
                                .equals(Wordings.of(base.item(), ready.latest().copy()))) {
                    waits(base, Reason.PRINT, item, at);
                    return;
                }
                saved(base.story(), ready.latest().version(), ready.copy(), agency, at);
                settle(base.story(), base.source(), item, at);
                if (trouble(stories.print(base.story(), at)).isPresent()) {
                    waits(base, Reason.HELD, item, at);
                }
            }
            case WITHDRAWN -> waits(base, Reason.PRINT, item, at);
        }
    }

    private void waits(Taken.Base base, Reason reason, WireItem item, Instant at) {
        sql.waits(base.story().value(), reason.word(), Wire.stored(item), at);
    }

    private int saved(StoryId story, int over, Copy copy, Actor by, Instant at) {
        return switch (stories.save(story, over, copy, by, at)) {
            case Copy.Saved.Kept(int version) -> version;
            case Copy.Saved other ->
                throw new IllegalStateException("a held story was saved by somebody else: " + other);
        };
    }

    private void settle(StoryId story, String source, WireItem item, Instant at) {
        taken.standsOn(story, source, item, at);
        sql.done(story.value());
    }

    private static Merged merged(Taken.Base base, Copy desk, WireItem item) {
        return Merge.of(Wordings.of(base.item(), desk), Wordings.of(desk), Wordings.of(item, desk));
    }

    private static Update update(UpdateSql.UpdateRow row) {
        return new Update(
                row.id(),
                new StoryId(row.story()),
                row.source(),
                Reason.of(row.reason()),
                Wire.item(row.item()),
                row.came());
    }
}
