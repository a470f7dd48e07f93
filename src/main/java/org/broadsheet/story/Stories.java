package org.broadsheet.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.press.Press;
import org.broadsheet.story.sql.LatestRow;
import org.broadsheet.story.sql.StoryRow;
import org.broadsheet.story.sql.StorySql;
import org.broadsheet.story.sql.VersionRow;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stories as the newsroom has them: saved in versions, made ready, scheduled, printed, corrected, withdrawn. The door
 * for writing; every call is one transaction.
 */
@Component
@Transactional
public class Stories {
    private final StorySql sql;
    private final Press press;

    Stories(Jdbi jdbi, Press press) {
        this.sql = NamedSql.of(jdbi, StorySql.class);
        this.press = press;
    }

    /** Adds a section, or gives it another name or place. */
    public void section(Section section) {
        sql.section(section);
        press.sectionsChanged();
    }

    /**
     * A new draft.
     *
     * @throws IllegalArgumentException when there is no such section
     */
    public StoryId create(Copy copy, Actor by, Instant at) {
        check(copy);
        StoryId id = new StoryId(sql.make(at));
        if (!keep(id, 1, copy, by, at)) {
            throw new IllegalStateException("a new story has a first version already: " + id);
        }
        return id;
    }

    /** What {@link #createOnce} has done. @param isNew false where it was made before, whatever it says now */
    public record Made(StoryId id, boolean isNew) {}

    /**
     * A new draft, once for each name, however often and on however many nodes that is said.
     *
     * @param name at most 60 characters
     * @throws IllegalArgumentException when there is no such section
     */
    public Made createOnce(String name, Copy copy, Actor by, Instant at) {
        check(copy);
        Optional<Long> made = sql.make(name, at);
        made.ifPresent(id -> keep(new StoryId(id), 1, copy, by, at));
        return new Made(new StoryId(made.orElseGet(() -> sql.madeUnder(name))), made.isPresent());
    }

    /**
     * Saves over a version. Readers see it when it is printed.
     *
     * @param over the version that the writer had before them
     */
    public Copy.Saved save(StoryId id, int over, Copy copy, Actor by, Instant at) {
        check(copy);
        Optional<StoryRow> story = sql.lock(id.value());
        if (story.isEmpty()) {
            return new Copy.Saved.NoSuchStory();
        }
        int latest = story.get().latest();
        if (latest != over || !keep(id, over + 1, copy, by, at)) {
            return new Copy.Saved.Overtaken(latest);
        }
        sql.advance(id.value(), over + 1, at);
        return new Copy.Saved.Kept(over + 1);
    }

    /**
     * The latest version, held until the transaction ends: asked inside a larger one, nobody saves between reading and
     * saving over it.
     */
    public Optional<Copy.Latest> latest(StoryId id) {
        return sql.latest(id.value()).map(LatestRow::latest);
    }

    /** Hands a draft over, or takes a scheduled story back to ready. */
    public Printed ready(StoryId id) {
        return waiting(id, State.READY, Optional.empty());
    }

    /** Takes a story that nobody has read yet back to draft. */
    public Printed draft(StoryId id) {
        return waiting(id, State.DRAFT, Optional.empty());
    }

    /** Prints it by itself at that moment, or when its embargo ends. What is missing is said now, not then. */
    public Printed schedule(StoryId id, Instant when) {
        Optional<StoryRow> story = sql.lock(id.value());
        if (story.isEmpty()) {
            return new Printed.NoSuchStory();
        }
        VersionRow version = latest(story.get());
        List<String> missing = Press.missing(version);
        if (!missing.isEmpty()) {
            return new Printed.NotYet(missing);
        }
        List<String> objections = objections(story.get(), version, press::objections);
        Instant allowed = story.get().embargo().filter(when::isBefore).orElse(when);
        return objections.isEmpty() ? waiting(id, State.SCHEDULED, Optional.of(allowed)) : new Printed.Held(objections);
    }

    private static List<String> objections(
            StoryRow story, VersionRow version, Function<VersionRow, List<String>> look) {
        return story.barred()
                .map(why -> List.of("Nobody may print this story: " + why))
                .orElseGet(() -> look.apply(version));
    }

    /**
     * Puts the latest version before readers; under embargo it is scheduled for the moment when that ends.
     *
     * @param at the time of publication, or of the update when it was printed before; an import gives its own
     */
    public Printed print(StoryId id, Instant at) {
        return sql.lock(id.value()).map(story -> print(story, at)).orElseGet(Printed.NoSuchStory::new);
    }

    /**
     * As {@link #print}, for what was in public elsewhere already, as with an archive. What another system's editors said of
     * a story in the open is in the open; that its text stands free in this very paper is not known there, and holds it back.
     */
    public Printed printImported(StoryId id, Instant at) {
        return sql.lock(id.value())
                .map(story -> print(story, at, press::objectionsToImport))
                .orElseGet(Printed.NoSuchStory::new);
    }

    /** Prints what is due. Safe on any number of nodes at once: each story is given to one of them. */
    public int printDue(Instant now) {
        List<Long> due = sql.due(now);
        int printed = 0;
        for (long id : due) {
            StoryRow story = sql.lock(id).orElseThrow();
            Printed outcome = print(story, now);
            if (outcome instanceof Printed.Done) {
                printed++;
            } else {
                sql.wait(id, State.READY.word(), Optional.empty());
            }
            if (outcome instanceof Printed.Held(List<String> objections)) {
                press.held(new StoryId(id), objections);
            }
        }
        return printed;
    }

    /** Takes a story back: its address answers with the notice. */
    public Printed withdraw(StoryId id, String notice, Instant at) {
        return inPrint(id, story -> {
            Printed done = press.takeBack(id);
            sql.withdrawn(id.value(), at, notice.strip());
            return done;
        });
    }

    /** Says in public what was wrong. The mended text is saved and printed as any other version. */
    public Printed correct(StoryId id, String note, Actor by, Instant at) {
        Correction correction = new Correction(at, note.strip());
        return inPrint(id, story -> {
            List<String> objections = press.objections(id, correction.note());
            if (!objections.isEmpty()) {
                return new Printed.Held(objections);
            }
            sql.correct(id.value(), correction.noted(), by.name(), correction.note());
            return press.touch(id, at);
        });
    }

    private Printed print(StoryRow story, Instant at) {
        return print(story, at, press::objections);
    }

    private Printed print(StoryRow story, Instant at, Function<VersionRow, List<String>> look) {
        VersionRow version = latest(story);
        List<String> missing = Press.missing(version);
        if (!missing.isEmpty()) {
            return new Printed.NotYet(missing);
        }
        List<String> objections = objections(story, version, look);
        if (!objections.isEmpty()) {
            return new Printed.Held(objections);
        }
        return story.embargo().isPresent()
                ? waiting(new StoryId(story.id()), State.SCHEDULED, story.embargo())
                : print(version, story, at);
    }

    private Printed print(VersionRow version, StoryRow story, Instant at) {
        Instant first = story.firstPrinted().orElse(at);
        sql.printed(story.id(), at);
        return press.print(version, first, at.isBefore(first) ? first : at);
    }

    private Printed waiting(StoryId id, State to, Optional<Instant> when) {
        Optional<StoryRow> story = sql.lock(id.value());
        if (story.isEmpty()) {
            return new Printed.NoSuchStory();
        }
        State now = State.of(story.get().state());
        if (now == State.PUBLISHED) {
            return new Printed.WrongState(now);
        }
        sql.wait(id.value(), to.word(), when);
        return new Printed.Waiting(to);
    }

    private Printed inPrint(StoryId id, Function<StoryRow, Printed> deed) {
        Optional<StoryRow> story = sql.lock(id.value());
        if (story.isEmpty()) {
            return new Printed.NoSuchStory();
        }
        State now = State.of(story.get().state());
        return now == State.PUBLISHED ? deed.apply(story.get()) : new Printed.WrongState(now);
    }

    private VersionRow latest(StoryRow story) {
        return sql.version(story.id(), story.latest()).orElseThrow();
    }

    private void check(Copy copy) {
        if (!sql.hasSection(copy.section())) {
            throw new IllegalArgumentException(
                    "section is \"" + copy.section() + "\"; expected the slug of one that exists");
        }
    }

    private boolean keep(StoryId id, int number, Copy copy, Actor by, Instant at) {
        sql.topics(copy.topics());
        sql.authors(copy.bylines());
        return sql.keep(new VersionRow(
                id.value(),
                number,
                at,
                by.name(),
                copy.headline(),
                copy.standfirst(),
                copy.body().html(),
                copy.section(),
                copy.topics().stream().map(Topic::slug).toList(),
                copy.bylines().stream().map(Byline::slug).toList(),
                copy.agency(),
                copy.dateline(),
                copy.language().tag(),
                copy.reach().word(),
                copy.photograph().map(photograph -> photograph.value())));
    }
}
