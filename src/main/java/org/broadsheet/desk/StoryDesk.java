package org.broadsheet.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.desk.page.StoryPage.Clash;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Copy;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.board.Board;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saving and publishing at the desk: one transaction for what is typed, what is done with it and the line in the audit
 * log. What is typed is kept even where what was wished for cannot be.
 */
@Component
@Transactional
class StoryDesk {
    private final Stories stories;
    private final Board board;
    private final InPrint inPrint;
    private final AuditLog log;

    StoryDesk(Stories stories, Board board, InPrint inPrint, AuditLog log) {
        this.stories = stories;
        this.board = board;
        this.inPrint = inPrint;
        this.log = log;
    }

    /** What is to be done, by whom and when. */
    record Task(Deed deed, Actor by, Instant at) {}

    /** What became of it. */
    sealed interface Outcome {
        /** @param clashes where somebody else had changed the same meanwhile */
        record Done(StoryId id, List<Clash> clashes, boolean joined) implements Outcome {}

        /** What was typed is kept; the rest was not done. */
        record Kept(StoryId id, List<Clash> clashes, Printed why) implements Outcome {}

        record Nowhere() implements Outcome {}
    }

    /**
     * A new story, once for each form, however often its button is pressed.
     *
     * @throws IllegalArgumentException when the section does not exist; nothing is kept then
     */
    Outcome make(String form, Copy copy, Task task) {
        Stories.Made made = stories.createOnce(form, copy, task.by(), task.at());
        StoryId id = made.id();
        if (!made.isNew()) {
            return save(id, 1, copy, task);
        }
        note(id, "made", "", task);
        return done(id, new Together(copy, List.of()), false, task);
    }

    /**
     * Saves over a version. Where somebody saved meanwhile, both changes are brought together.
     *
     * @param over the version that was before whoever typed this
     * @throws IllegalArgumentException when the section does not exist; nothing is kept then
     */
    Outcome save(StoryId id, int over, Copy typed, Task task) {
        Optional<Copy.Latest> held = stories.latest(id);
        if (held.isEmpty()) {
            return new Outcome.Nowhere();
        }
        Copy.Latest latest = held.get();
        boolean overtaken = over < latest.version();
        Together together = overtaken
                ? board.version(id, Math.max(1, over))
                        .map(base -> Together.of(base, typed, latest.copy()))
                        .orElseGet(() -> new Together(typed, List.of()))
                : new Together(typed, List.of());
        if (!together.copy().equals(latest.copy())) {
            stories.save(id, latest.version(), together.copy(), task.by(), task.at());
        }
        return done(id, together, overtaken, task);
    }

    /** An earlier version once more, as the newest. */
    Outcome restore(StoryId id, int version, Actor by, Instant at) {
        Optional<Copy.Latest> latest = stories.latest(id);
        Optional<Copy> wanted = board.version(id, version);
        if (latest.isEmpty() || wanted.isEmpty()) {
            return new Outcome.Nowhere();
        }
        if (!wanted.get().equals(latest.get().copy())) {
            stories.save(id, latest.get().version(), wanted.get(), by, at);
            note(id, "restored", "version " + version, new Task(Deed.SAVE, by, at));
        }
        return new Outcome.Done(id, List.of(), false);
    }

    private Outcome done(StoryId id, Together together, boolean joined, Task task) {
        Printed printed = switch (task.deed().what()) {
            case SAVE -> null;
            case READY -> stories.ready(id);
            case DRAFT -> stories.draft(id);
            case PUBLISH -> publish(id, task.at());
            case SCHEDULE -> stories.schedule(id, task.deed().when().orElseThrow());
            case CORRECT -> correct(id, task);
            case WITHDRAW -> stories.withdraw(id, task.deed().note(), task.at());
        };
        return switch (printed) {
            case null -> new Outcome.Done(id, together.clashes(), joined);
            case Printed.Done done -> noted(id, together, joined, task);
            case Printed.Waiting waiting -> noted(id, together, joined, task);
            case Printed refused -> new Outcome.Kept(id, together.clashes(), refused);
        };
    }

    /** Readers who have it already get it no second time, as if it had been changed. */
    private Printed publish(StoryId id, Instant at) {
        Board.Standing now = board.standing(id).orElseThrow();
        boolean there = now.state() == State.PUBLISHED && now.printed().equals(Optional.of(now.latest()));
        return there ? new Printed.Done(now.address().orElseThrow()) : stories.print(id, at);
    }

    /** Whether readers have this very correction, as after a second press of the button. */
    private boolean isSaid(StoryId id, String note) {
        return inPrint.story(id).stream()
                .flatMap(story -> story.corrections().stream())
                .anyMatch(correction -> correction.note().equals(note));
    }

    /** What is written now goes before readers, and then the note: neither where the text may not be printed. */
    private Printed correct(StoryId id, Task task) {
        State state = board.standing(id).orElseThrow().state();
        if (state != State.PUBLISHED) {
            return new Printed.WrongState(state);
        }
        Printed printed = publish(id, task.at());
        return printed instanceof Printed.Done && !isSaid(id, task.deed().note())
                ? stories.correct(id, task.deed().note(), task.by(), task.at())
                : printed;
    }

    private Outcome noted(StoryId id, Together together, boolean joined, Task task) {
        String why =
                task.deed().when().map(Instant::toString).orElse(task.deed().note());
        note(id, task.deed().what().word(), why, task);
        return new Outcome.Done(id, together.clashes(), joined);
    }

    private void note(StoryId id, String action, String why, Task task) {
        log.write(new AuditLog.Entry(task.at(), task.by(), action, subject(id), why));
    }

    static String subject(StoryId id) {
        return "story " + id.value();
    }
}
