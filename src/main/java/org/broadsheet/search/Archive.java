package org.broadsheet.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.jdbi.v3.core.Jdbi;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive of printed stories, for readers who look for something. The door for asking. */
@Component
public class Archive {
    /** Nobody waits longer for the database. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** One more than will be shown, to know that there are more. */
    private static final int MOST = Answer.Results.MOST;

    /** A phrase is looked for in so many stories, the newest that have all its words. */
    private static final int LOOKED_AT = 2_500;

    /** Older stories that have the words in their headline are ranked too, up to so many. */
    private static final int NAMED = 500;

    /** A question that finds no more than this may have been misspelt. */
    private static final int FEW = 2;

    /** Words of a question whose spelling is looked at. */
    private static final int DOUBTED = 4;

    private final InPrint stories;
    private final InstantSource clock;
    private final ArchiveSql sql;
    private final SpellingSql words;
    private final TransactionTemplate reading;

    Archive(Jdbi jdbi, InPrint stories, InstantSource clock, PlatformTransactionManager transactions) {
        this.stories = stories;
        this.clock = clock;
        this.sql = NamedSql.of(jdbi, ArchiveSql.class);
        this.words = NamedSql.of(jdbi, SpellingSql.class);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What is found, best or newest first; when nothing is, what a question spelt a little otherwise finds. */
    public Answer search(Query query) {
        Terms terms = Terms.of(query.text());
        if (terms.isEmpty()) {
            return new Answer.NothingAsked();
        }
        try {
            return Optional.ofNullable(reading.execute(status -> answer(query, terms)))
                    .orElseThrow();
        } catch (RuntimeException failed) {
            if (isTimeout(failed)) {
                return new Answer.TooLong();
            }
            throw failed;
        }
    }

    private Answer answer(Query query, Terms terms) {
        sql.hurry(Long.toString(PATIENCE.toMillis()));
        List<Long> found = find(query, terms);
        if (found.size() > FEW || query.spelling() == Query.Spelling.AS_TYPED) {
            return results(query, terms, found, Optional.empty(), Optional.empty());
        }
        Optional<String> meant = meant(query, terms, found.size());
        if (meant.isEmpty()) {
            return results(query, terms, found, Optional.empty(), Optional.empty());
        }
        if (!found.isEmpty()) {
            return results(query, terms, found, Optional.empty(), meant);
        }
        Terms instead = Terms.of(meant.get());
        List<Long> better = find(query, instead);
        return results(query, instead, better, meant.filter(text -> !better.isEmpty()), Optional.empty());
    }

    private List<Long> find(Query query, Terms terms) {
        ArchiveSql.Asked asked = asked(query, terms.tsquery(), terms.loose());
        return switch (query.order()) {
            case NEWEST -> sql.newest(asked, MOST + 1);
            case BEST -> sql.best(asked, clock.instant(), MOST + 1, NAMED);
        };
    }

    private ArchiveSql.Asked asked(Query query, String terms, String loose) {
        ArchiveSql.Configs left = sql.configs(terms);
        return new ArchiveSql.Asked(
                terms,
                loose,
                terms.equals(loose) ? MOST + 1 : LOOKED_AT,
                left.english() > 0 ? "english" : "simple",
                left.indonesian() > 0 ? "indonesian" : "simple",
                query.section(),
                query.from(),
                query.until());
    }

    /** The question with each word that hardly any story has written as one that many have. */
    private Optional<String> meant(Query query, Terms terms, int found) {
        Spelling spelling = new Spelling(words, word -> stories(word, MOST));
        Map<String, String> instead = new LinkedHashMap<>();
        terms.wanted().stream().filter(Spelling::canBeWrong).limit(DOUBTED).forEach(word -> {
            int own = stories(word, FEW + 1);
            if (own <= FEW) {
                int needed = own == 0 && found == 0 ? 0 : Math.max(own, 1) * 10;
                spelling.meant(word, needed).ifPresent(better -> instead.put(word, better));
            }
        });
        return instead.isEmpty() ? Optional.empty() : Optional.of(Spelling.rewritten(query.text(), instead));
    }

    private int stories(String word, int most) {
        Query plain = Query.of(word);
        return sql.count(asked(plain, "'" + word + "'", "'" + word + "'"), most);
    }

    private Answer.Results results(
            Query query, Terms terms, List<Long> found, Optional<String> readAs, Optional<String> suggested) {
        int from = Math.min(found.size(), (query.page() - 1) * Query.PAGE_SIZE);
        int to = Math.min(Math.min(found.size(), MOST), from + Query.PAGE_SIZE);
        List<Hit> hits = hits(terms, found.subList(from, Math.max(from, to)));
        return new Answer.Results(
                query,
                hits,
                Math.min(found.size(), MOST),
                readAs,
                suggested,
                to < Math.min(found.size(), MOST) && query.page() < Query.LAST_PAGE);
    }

    private List<Hit> hits(Terms terms, List<Long> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, ArchiveSql.Text> texts =
                sql.texts(found).stream().collect(Collectors.toMap(ArchiveSql.Text::story, Function.identity()));
        record Entry(Teaser teaser, ArchiveSql.Text text) {}
        List<Entry> entries = stories.teasers(found.stream().map(StoryId::new).toList()).stream()
                .flatMap(teaser ->
                        Optional.ofNullable(texts.get(teaser.id().value()))
                                .map(text -> new Entry(teaser, text))
                                .stream())
                .toList();
        Map<String, Marker> markers = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (Entry entry : entries) {
            Marker marker =
                    markers.computeIfAbsent(entry.text().config(), config -> new Marker(config, terms.wanted()));
            Teaser teaser = entry.teaser();
            doubtful.addAll(marker.doubtful(
                    List.of(teaser.headline(), teaser.standfirst(), entry.text().body())));
        }
        List<SpellingSql.Stem> stems = words.stems(doubtful);
        markers.values().forEach(marker -> marker.learn(stems));
        return entries.stream()
                .map(entry -> hit(
                        entry.teaser(),
                        entry.text().body(),
                        Objects.requireNonNull(markers.get(entry.text().config()))))
                .toList();
    }

    private static Hit hit(Teaser teaser, String body, Marker marker) {
        return new Hit(teaser, marker.mark(teaser.headline()), marker.mark(teaser.standfirst()), marker.snippet(body));
    }

    private static boolean isTimeout(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            boolean canceled = cause instanceof java.sql.SQLException sql && "57014".equals(sql.getSQLState());
            if (canceled || cause instanceof QueryTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
