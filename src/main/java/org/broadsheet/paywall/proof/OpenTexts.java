package org.broadsheet.paywall.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.paywall.text.Numbers;
import org.broadsheet.paywall.text.StoryText;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.StoryNews;
import org.broadsheet.story.Teaser;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the open story in which a guarded text stands already. Of each story's open text every sixteenth run is kept, in
 * the transaction that prints it; a hundred runs in common, about two paragraphs, are missed twice in a thousand times. What
 * is found is compared whole.
 */
@Component
public class OpenTexts {
    private static final int SAMPLED = 0xF;
    private static final int COMPARED = 3;
    private static final int BATCH = 100;

    private final OpenTextSql sql;
    private final InPrint stories;

    OpenTexts(Jdbi jdbi, InPrint stories) {
        this.sql = NamedSql.of(jdbi, OpenTextSql.class);
        this.stories = stories;
    }

    /**
     * An open story and how much of a guarded text it holds.
     *
     * @param share of its runs, more than 0 to 1
     */
    record Standing(Teaser story, double share) {}

    /** The open text, other than this story's own, that holds the most of it. */
    Optional<Standing> standing(Numbers guarded, StoryId own) {
        long[] sample = sample(guarded);
        if (sample.length == 0) {
            return Optional.empty();
        }
        return sql.sharing(sample, own.value(), COMPARED).stream()
                .flatMap(id -> stories.story(new StoryId(id)).stream())
                .map(story -> new Standing(story.teaser(), share(guarded, story)))
                .max((one, other) -> Double.compare(one.share(), other.share()));
    }

    @EventListener
    @Transactional
    public void on(StoryNews news) {
        switch (news) {
            case StoryNews.Printed(var id) ->
                stories.story(id).ifPresentOrElse(this::put, () -> sql.remove(id.value()));
            case StoryNews.Withdrawn(var id) -> sql.remove(id.value());
        }
    }

    /** Adds what is missing: stories that were printed by a version of the paper that kept no samples. */
    public void complete() {
        long last = 0;
        while (true) {
            List<Teaser> batch = stories.after(last, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            long[] ids = batch.stream().mapToLong(teaser -> teaser.id().value()).toArray();
            Set<Long> there = new HashSet<>(sql.there(ids));
            LongStream.of(ids)
                    .filter(id -> !there.contains(id))
                    .forEach(id -> stories.story(new StoryId(id)).ifPresent(this::put));
            last = ids[ids.length - 1];
        }
    }

    private void put(Story story) {
        sql.put(story.id().value(), sample(StoryText.open(story.teaser().reach(), story.body())));
    }

    private static double share(Numbers guarded, Story other) {
        Numbers open = StoryText.open(other.teaser().reach(), other.body());
        return (double) guarded.sharedWith(open) / guarded.size();
    }

    private static long[] sample(Numbers runs) {
        LongStream.Builder sample = LongStream.builder();
        runs.forEach(run -> {
            if ((run & SAMPLED) == 0) {
                sample.add(run);
            }
        });
        return sample.build().toArray();
    }
}
