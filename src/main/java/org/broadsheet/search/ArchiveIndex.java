package org.broadsheet.search;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryNews;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the index as the paper is: in the transaction that prints or withdraws, and whole when asked to. */
@Component
public class ArchiveIndex {
    private static final int BATCH = 200;

    /** Characters of a body that are searched; what comes after them is not. */
    private static final int LONGEST_BODY = 200_000;

    /** Characters of words worth suggesting. */
    private static final int SHORTEST_WORD = 3;

    private static final int LONGEST_WORD = 40;

    private final InPrint stories;
    private final IndexSql sql;
    private final TransactionTemplate writing;

    ArchiveIndex(Jdbi jdbi, InPrint stories, PlatformTransactionManager transactions) {
        this.stories = stories;
        this.sql = NamedSql.of(jdbi, IndexSql.class);
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * How far the index is from the paper.
     *
     * @param missing printed stories that it has not
     * @param stale stories that it has otherwise than printed
     * @param surplus stories that it has and that are not in print
     */
    public record Drift(long missing, long stale, long surplus) {
        public boolean isNone() {
            return missing == 0 && stale == 0 && surplus == 0;
        }
    }

    @EventListener
    void on(StoryNews news) {
        switch (news) {
            case StoryNews.Printed(var id) ->
                stories.story(id).ifPresentOrElse(this::put, () -> sql.remove(id.value()));
            case StoryNews.Withdrawn(var id) -> sql.remove(id.value());
        }
    }

    /**
     * Makes the index anew while readers go on searching the old one.
     *
     * @param progress told after each batch how many stories are done
     * @return how many stories there are
     */
    public long rebuild(LongConsumer progress) {
        writing.executeWithoutResult(status -> sql.forgetWords());
        long last = 0;
        long done = 0;
        while (true) {
            List<Teaser> batch = stories.after(last, BATCH);
            long from = last;
            long to = batch.isEmpty() ? Long.MAX_VALUE : batch.getLast().id().value();
            writing.executeWithoutResult(status -> {
                batch.forEach(teaser -> stories.story(teaser.id()).ifPresent(this::put));
                sql.removeOthers(from, to, numbers(batch));
            });
            done += batch.size();
            progress.accept(done);
            if (batch.isEmpty()) {
                return done;
            }
            last = to;
        }
    }

    /** Compares every story's times and reach with the index; a thousand stories cost a few milliseconds. */
    public Drift drift() {
        long missing = 0;
        long stale = 0;
        long surplus = 0;
        long last = 0;
        while (true) {
            List<Teaser> batch = stories.after(last, BATCH);
            long to = batch.isEmpty() ? Long.MAX_VALUE : batch.getLast().id().value();
            Map<Long, IndexSql.Kept> kept =
                    sql.between(last, to).stream().collect(Collectors.toMap(IndexSql.Kept::story, Function.identity()));
            for (Teaser teaser : batch) {
                IndexSql.Kept own = kept.remove(teaser.id().value());
                missing += own == null ? 1 : 0;
                stale += own != null && !isCurrent(own, teaser) ? 1 : 0;
            }
            surplus += kept.size();
            if (batch.isEmpty()) {
                return new Drift(missing, stale, surplus);
            }
            last = to;
        }
    }

    private static boolean isCurrent(IndexSql.Kept kept, Teaser teaser) {
        return kept.reach().equals(teaser.reach().word()) && kept.updated().equals(teaser.updated());
    }

    private void put(Story story) {
        Teaser teaser = story.teaser();
        String body = StoryHtml.kept(story.body().openToAll().html()).text();
        if (body.length() > LONGEST_BODY) {
            body = body.substring(0, body.offsetByCodePoints(0, body.codePointCount(0, LONGEST_BODY)));
        }
        IndexSql.Entry entry = new IndexSql.Entry(
                story.id().value(),
                config(teaser),
                teaser.section().slug(),
                teaser.reach().word(),
                teaser.published(),
                teaser.updated(),
                Words.folded(teaser.headline()),
                Words.folded(teaser.standfirst()),
                Words.folded(names(teaser)),
                Words.folded(body),
                body);
        sql.put(entry);
        sql.learn(words(entry));
    }

    private static String config(Teaser teaser) {
        return switch (teaser.language().primary()) {
            case "en" -> "english";
            case "id" -> "indonesian";
            default -> "simple";
        };
    }

    private static String names(Teaser teaser) {
        Stream<String> topics = teaser.topics().stream().map(Topic::name);
        Stream<String> people = teaser.bylines().stream().map(Byline::name);
        Stream<String> places = Stream.concat(teaser.agency().stream(), teaser.dateline().stream());
        return Stream.of(topics, people, places).flatMap(Function.identity()).collect(Collectors.joining(" . "));
    }

    private static List<String> words(IndexSql.Entry entry) {
        TreeSet<String> words = new TreeSet<>();
        for (String text : List.of(entry.headline(), entry.standfirst(), entry.names(), entry.text())) {
            for (String word : text.split(" ")) {
                boolean worth = word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD;
                if (worth && word.codePoints().allMatch(Character::isLetter)) {
                    words.add(word);
                }
            }
        }
        return List.copyOf(words);
    }

    private static List<Long> numbers(List<Teaser> batch) {
        return batch.stream().map(teaser -> teaser.id().value()).toList();
    }
}
