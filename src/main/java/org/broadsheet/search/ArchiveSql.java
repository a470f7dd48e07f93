package org.broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Questions to the index. */
interface ArchiveSql {
    /** Each story is asked in its own language's stems. */
    String ANSWERS = """
             (config = 'english' and words @@ to_tsquery(cast(:english as regconfig), :terms)
              or config = 'indonesian' and words @@ to_tsquery(cast(:indonesian as regconfig), :terms)
              or config = 'simple' and words @@ to_tsquery('simple', :terms))
            """;

    /** The same with phrases read as words anywhere, which the index knows without a look at any story. */
    String MAY_ANSWER = """
             (config = 'english' and words @@ to_tsquery(cast(:english as regconfig), :loose)
              or config = 'indonesian' and words @@ to_tsquery(cast(:indonesian as regconfig), :loose)
              or config = 'simple' and words @@ to_tsquery('simple', :loose))
            """;

    String HEADLINE_ANSWERS = """
             (config = 'english' and headline @@ to_tsquery(cast(:english as regconfig), :terms)
              or config = 'indonesian' and headline @@ to_tsquery(cast(:indonesian as regconfig), :terms)
              or config = 'simple' and headline @@ to_tsquery('simple', :terms))
            """;

    String WITHIN = """
             and (cast(:section as text) is null or section = :section)
             and (cast(:from as timestamptz) is null or published >= :from)
             and (cast(:until as timestamptz) is null or published < :until)
            """;

    /**
     * A question as the database takes it.
     *
     * @param loose the terms with each phrase as words anywhere
     * @param likely so many of the newest that have the loose terms are looked at
     * @param english the configuration for English stories: {@code simple} where every term is a stop word
     * @param indonesian likewise
     */
    record Asked(
            String terms,
            String loose,
            int likely,
            String english,
            String indonesian,
            Optional<String> section,
            Optional<Instant> from,
            Optional<Instant> until) {}

    /** How many of the terms are left in each language once its stop words are gone. */
    record Configs(int english, int indonesian) {}

    /** What snippets are cut from. */
    record Text(long story, String config, String body) {}

    /** For this transaction: nobody waits longer, and every question is planned for its own words. */
    @SqlQuery("""
            select set_config('statement_timeout', :patience, true)
                || set_config('plan_cache_mode', 'force_custom_plan', true)
                || set_config('jit', 'off', true)
            """)
    String hurry(String patience);

    @SqlQuery("""
            select numnode(to_tsquery('english', :terms)) english, numnode(to_tsquery('indonesian', :terms)) indonesian
            """)
    Configs configs(String terms);

    @SqlQuery("with likely as materialized (select story_id, published, config, words from search.story where "
            + MAY_ANSWER + WITHIN + " order by published desc, story_id desc limit :likely)"
            + " select story_id from likely where " + ANSWERS
            + " order by published desc, story_id desc limit :most")
    List<Long> newest(@BindMethods Asked asked, int most);

    /**
     * The newest that answer and the newest whose headline does, ranked: where words stand counts most, then how often,
     * then age (a match of today weighs 2.5 times one of ten years ago).
     */
    @SqlQuery("with likely as materialized (select story_id, published, config, words from search.story where "
            + MAY_ANSWER + WITHIN + " order by published desc, story_id desc limit :likely),"
            + " recent as materialized (select story_id, published, config, words from likely where " + ANSWERS + """
             order by published desc, story_id desc limit :most),
            named as materialized (select story_id, published, config, words from search.story where
            """
            + HEADLINE_ANSWERS + WITHIN + """
             order by published desc, story_id desc limit :named)
            select story_id from (
                select * from recent
                 union all
                select * from named where story_id not in (select story_id from recent)) either
             order by ts_rank('{0.1, 0.3, 0.6, 1.0}', words, case config
                          when 'english' then to_tsquery(cast(:english as regconfig), :terms)
                          when 'indonesian' then to_tsquery(cast(:indonesian as regconfig), :terms)
                          else to_tsquery('simple', :terms) end, 1)
                      * (0.4 + 0.6 * exp(greatest(-10, least(0, extract(epoch from published - :now) / 63072000)))) desc,
                      published desc, story_id desc
             limit :most
            """)
    List<Long> best(@BindMethods Asked asked, Instant now, int most, int named);

    /** How many stories answer, counted no further than {@code most}. */
    @SqlQuery("select count(*) from (select 1 from search.story where " + ANSWERS + " limit :most) found")
    int count(@BindMethods Asked asked, int most);

    @SqlQuery("select story_id story, config, body from search.story where story_id = any(:stories)")
    List<Text> texts(List<Long> stories);
}
