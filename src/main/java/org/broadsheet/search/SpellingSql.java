package org.broadsheet.search;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Words as the index knows them. */
interface SpellingSql {
    /** What a word becomes in each language; the word itself where it is a stop word. */
    record Stem(String word, String english, String indonesian) {
        String in(String config) {
            return switch (config) {
                case "english" -> english;
                case "indonesian" -> indonesian;
                default -> word;
            };
        }
    }

    /**
     * For this transaction: compare by trigrams through their index. The planner takes comparing a word for cheap and
     * would read the whole table, at some ten times the time.
     */
    @SqlQuery("""
            select set_config('pg_trgm.similarity_threshold', '0.25', true)
                || set_config('enable_seqscan', 'off', true)
                || set_config('enable_indexscan', 'off', true)
                || set_config('enable_indexonlyscan', 'off', true)
            """)
    String byTrigrams();

    /** Back to what {@link #byTrigrams} changed. */
    @SqlQuery("""
            select set_config('enable_seqscan', 'on', true)
                || set_config('enable_indexscan', 'on', true)
                || set_config('enable_indexonlyscan', 'on', true)
            """)
    String asUsual();

    /** Words that look like this one, the most alike first. */
    @SqlQuery("""
            select word from search.word
             where word operator(public.%) :word
               and length(word) between length(:word) - 2 and length(:word) + 2
             order by public.similarity(word, :word) desc, word
             limit 40
            """)
    List<String> alike(String word);

    /** Those of these words that the index has seen. */
    @SqlQuery("select word from search.word where word = any(:words)")
    List<String> known(Collection<String> words);

    @SqlQuery("""
            select word, coalesce((ts_lexize('english_stem', word))[1], word) english,
                   coalesce((ts_lexize('indonesian_stem', word))[1], word) indonesian
              from unnest(cast(:words as text[])) word
            """)
    List<Stem> stems(Collection<String> words);
}
