package org.broadsheet.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Writing the index. */
interface IndexSql {
    /**
     * One story as the index takes it, every text folded.
     *
     * @param names of topics and of who wrote it
     * @param text of the body
     * @param body the same as it is printed; empty unless the story is for everyone
     */
    record Entry(
            long story,
            String config,
            String section,
            String reach,
            Instant published,
            Instant updated,
            String headline,
            String standfirst,
            String names,
            String text,
            String body) {}

    /** What the index has of a story, to compare with the story. */
    record Kept(long story, String reach, Instant updated) {}

    /**
     * Names and stop words ("The Who") are found by their plain forms, which stand beside the stems. A word that nobody
     * writes parts the texts while they are joined, so that no phrase runs from the end of one into the next.
     */
    @SqlUpdate("""
            insert into search.story (story_id, config, section, reach, published, updated, words, headline, body)
            values (:story, :config, :section, :reach, :published, :updated,
                    ts_delete(
                       setweight(to_tsvector(cast(:config as regconfig), :headline || ' gap0gap0gap')
                              || to_tsvector('simple', :headline || ' gap0gap0gap'), 'A')
                    || setweight(to_tsvector(cast(:config as regconfig), :standfirst || ' gap0gap0gap')
                              || to_tsvector('simple', :standfirst || ' gap0gap0gap'), 'B')
                    || setweight(to_tsvector(cast(:config as regconfig), :names || ' gap0gap0gap')
                              || to_tsvector('simple', :names || ' gap0gap0gap'), 'C')
                    || setweight(to_tsvector(cast(:config as regconfig), :text), 'D'), 'gap0gap0gap'),
                    ts_delete(to_tsvector(cast(:config as regconfig), :headline || ' gap0gap0gap')
                              || to_tsvector('simple', :headline), 'gap0gap0gap'),
                    :body)
            on conflict (story_id) do update
               set config = excluded.config, section = excluded.section, reach = excluded.reach,
                   published = excluded.published, updated = excluded.updated, words = excluded.words,
                   headline = excluded.headline, body = excluded.body
            """)
    void put(@BindMethods Entry entry);

    @SqlUpdate("delete from search.story where story_id = :story")
    void remove(long story);

    /** In the order given, so that two publications wait for each other and never deadlock. */
    @SqlUpdate("insert into search.word (word) select unnest(cast(:words as text[])) on conflict do nothing")
    void learn(List<String> words);

    @SqlUpdate("delete from search.word")
    void forgetWords();

    /** Entries numbered after {@code after} and up to {@code last} of stories that are none of these. */
    @SqlUpdate("""
            delete from search.story
             where story_id > :after and story_id <= :last and story_id <> all(cast(:printed as bigint[]))
            """)
    int removeOthers(long after, long last, Collection<Long> printed);

    @SqlQuery("""
            select story_id story, reach, updated from search.story
             where story_id > :after and story_id <= :last order by story_id
            """)
    List<Kept> between(long after, long last);

    @SqlQuery("select count(*) from search.story")
    long count();
}
