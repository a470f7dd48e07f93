package org.broadsheet.story.rule;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Printed;
import org.broadsheet.story.State;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.press.Press;
import org.broadsheet.story.sql.StoryRow;
import org.broadsheet.story.sql.StorySql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forbids that a story is read: until a moment, or for good. What readers have is taken from them in the same transaction. The
 * database's clock says when an embargo ends.
 */
@Component
@Transactional
public class PrintRules {
    private static final int LONGEST_REASON = 500;

    private final StorySql sql;
    private final Press press;

    PrintRules(Jdbi jdbi, Press press) {
        this.sql = NamedSql.of(jdbi, StorySql.class);
        this.press = press;
    }

    /**
     * Nothing of the story before this moment. One in print goes, and one that was to be printed earlier waits: both are printed
     * by themselves when the embargo ends.
     *
     * @param until empty lifts an embargo; what waited for its end is printed at once
     * @param now when a story whose embargo is lifted is due
     */
    public Printed embargo(StoryId id, Optional<Instant> until, Instant now) {
        Optional<StoryRow> before = sql.lock(id.value());
        if (before.isEmpty()) {
            return new Printed.NoSuchStory();
        }
        sql.embargo(id.value(), until);
        StoryRow after = sql.lock(id.value()).orElseThrow();
        State state = State.of(after.state());
        return switch (state) {
            case PUBLISHED -> after.embargo().map(end -> takenBack(id, end)).orElseGet(() -> press.standing(id));
            case SCHEDULED -> rescheduled(before.get(), after, now);
            case DRAFT, READY, WITHDRAWN -> new Printed.Waiting(state);
        };
    }

    private Printed takenBack(StoryId id, Instant until) {
        press.takeBack(id);
        sql.wait(id.value(), State.SCHEDULED.word(), Optional.of(until));
        return new Printed.Waiting(State.SCHEDULED);
    }

    private Printed rescheduled(StoryRow before, StoryRow after, Instant now) {
        Instant due = after.scheduledFor().orElseThrow();
        boolean waitedForIt = before.embargo().filter(due::equals).isPresent();
        Instant earliest = after.embargo().orElse(now);
        if (waitedForIt || due.isBefore(earliest)) {
            sql.wait(after.id(), State.SCHEDULED.word(), Optional.of(earliest));
        }
        return new Printed.Waiting(State.SCHEDULED);
    }

    /**
     * Nobody may print the story from now on, and readers have it no more: its address answers with the notice.
     *
     * @param why for the newsroom, 1 to 500 characters
     * @param notice for readers
     */
    public Printed bar(StoryId id, String why, String notice, Instant at) {
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason has " + why.length() + " characters; expected 1 to 500");
        }
        Optional<StoryRow> story = sql.lock(id.value());
        if (story.isEmpty()) {
            return new Printed.NoSuchStory();
        }
        sql.bar(id.value(), Optional.of(why.strip()));
        State state = State.of(story.get().state());
        return switch (state) {
            case PUBLISHED -> {
                Printed done = press.takeBack(id);
                sql.withdrawn(id.value(), at, notice.strip());
                yield done;
            }
            case SCHEDULED -> {
                sql.wait(id.value(), State.READY.word(), Optional.empty());
                yield new Printed.Waiting(State.READY);
            }
            case DRAFT, READY, WITHDRAWN -> new Printed.Waiting(state);
        };
    }

    /** The story may be printed again; it is not printed by this. */
    public Printed unbar(StoryId id) {
        Optional<StoryRow> story = sql.lock(id.value());
        story.ifPresent(found -> sql.bar(found.id(), Optional.empty()));
        return story.<Printed>map(found -> new Printed.Waiting(State.of(found.state())))
                .orElseGet(Printed.NoSuchStory::new);
    }
}
