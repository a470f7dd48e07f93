package org.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.cli.Progress;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.media.Upload;
import org.broadsheet.story.Copy;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the sample paper up, or what a start that was cut short left undone. */
@Component
public class FirstStart {
    private static final String WHOLE = "paper";
    private static final int BATCH = 25;

    private final Photographs photographs;
    private final Stories stories;
    private final InPrint inPrint;
    private final Settings settings;
    private final InstantSource clock;
    private final DemoSql sql;
    private final TransactionTemplate transaction;

    FirstStart(Doors doors, Settings settings, InstantSource clock, Jdbi jdbi, TransactionTemplate transaction) {
        this.photographs = doors.photographs();
        this.stories = doors.stories();
        this.inPrint = doors.inPrint();
        this.settings = settings;
        this.clock = clock;
        this.sql = NamedSql.of(jdbi, DemoSql.class);
        this.transaction = transaction;
    }

    /** Does nothing when the paper is whole. */
    public void complete() {
        Map<String, Long> kept = sql.kept().stream().collect(Collectors.toMap(DemoSql.Kept::key, DemoSql.Kept::number));
        if (kept.containsKey(WHOLE)) {
            return;
        }
        refuseAnotherPaper(kept);
        SamplePaper paper = SamplePaper.read();
        paper.sections().forEach(stories::section);
        StoryCopy copy = new StoryCopy(paper, settings.zone(), photographs(paper, kept));
        List<SampleStory> oldestFirst = paper.stories().stream()
                .filter(story -> !kept.containsKey("story:" + story.key()))
                .sorted(Comparator.comparing(SampleStory::published))
                .toList();
        try (Progress progress =
                Progress.of("Stories", oldestFirst.size() + paper.wire().size())) {
            inBatches(oldestFirst, story -> {
                print(story, copy.of(story));
                progress.step();
            });
            inBatches(missing(paper, kept), item -> {
                print(paper, item);
                progress.step();
            });
        }
        sql.keep(WHOLE, 0);
    }

    /** A database of its own is found out only here. */
    private void refuseAnotherPaper(Map<String, Long> kept) {
        if (kept.isEmpty() && inPrint.count() > 0) {
            throw new CommandFailure(
                    "the database holds a paper that is not the sample.",
                    "Unset BROADSHEET_DATABASE_URL, or choose another folder with --data DIR.");
        }
    }

    private void print(SampleStory story, Copy copy) {
        Instant at = story.published().toInstant();
        StoryId id = print(copy, at);
        story.correction().ifPresent(note -> stories.correct(id, note, Actor.PAPER, at));
        sql.keep("story:" + story.key(), id.value());
    }

    private void print(SamplePaper paper, SampleWire item) {
        try (InputStream file = paper.open(item)) {
            WireCopy copy = WireCopy.of(item, file);
            sql.keep("wire:" + item.as(), print(copy.copy(), copy.published()).value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private StoryId print(Copy copy, Instant at) {
        StoryId id = stories.create(copy, Actor.PAPER, at);
        Printed printed = stories.printImported(id, at);
        if (!(printed instanceof Printed.Done)) {
            throw new IllegalStateException("\"" + copy.headline() + "\" cannot be printed: " + printed);
        }
        return id;
    }

    private static List<SampleWire> missing(SamplePaper paper, Map<String, Long> kept) {
        return paper.wire().stream()
                .filter(item -> !kept.containsKey("wire:" + item.as()))
                .toList();
    }

    /** A transaction for so many at once: one for each would wait for the disk each time. */
    private <T> void inBatches(List<T> all, Consumer<T> each) {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<T> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            transaction.executeWithoutResult(_ -> batch.forEach(each));
        }
    }

    private Map<String, PhotographId> photographs(SamplePaper paper, Map<String, Long> kept) {
        Map<String, PhotographId> ids = new HashMap<>();
        List<SamplePhotograph> missing = new ArrayList<>();
        for (SamplePhotograph photograph : paper.photographs()) {
            Long number = kept.get("photograph:" + photograph.id());
            if (number == null) {
                missing.add(photograph);
            } else {
                ids.put(photograph.id(), new PhotographId(number));
            }
        }
        try (Progress progress = Progress.of("Photographs", missing.size());
                ExecutorService hands = Executors.newFixedThreadPool(
                        Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8))) {
            List<CompletableFuture<PhotographId>> uploads = missing.stream()
                    .map(photograph -> CompletableFuture.supplyAsync(() -> upload(paper, photograph, progress), hands))
                    .toList();
            IntStream.range(0, missing.size())
                    .forEach(i -> ids.put(missing.get(i).id(), uploads.get(i).join()));
        }
        return ids;
    }

    /** The same picture handed in again after a start that was cut short is found, not kept twice. */
    private PhotographId upload(SamplePaper paper, SamplePhotograph photograph, Progress progress) {
        try (InputStream picture = paper.open(photograph)) {
            Photograph there = switch (photographs.keep(picture, photograph.details(), clock.instant())) {
                case Upload.Kept upload -> upload.photograph();
                case Upload.AlreadyHere upload -> upload.photograph();
                case Upload.Refused refused ->
                    throw new IllegalStateException(photograph.file() + " is refused: " + refused.message());
            };
            photographs.describe(there.id(), photograph.details(), clock.instant());
            sql.keep("photograph:" + photograph.id(), there.id().value());
            progress.step();
            return there.id();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
