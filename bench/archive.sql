-- A hundred thousand stories (bench.stories of them), the same each time: words are drawn by a hash of the story's number.
insert into story.section (slug, name, position)
select 'bench-' || n, 'Bench ' || n, 100 + n from generate_series(0, 7) n on conflict do nothing;
insert into story.topic (slug, name)
select 'bench-topic-' || n, 'Topic ' || n from generate_series(0, 199) n on conflict do nothing;
insert into story.author (slug, name)
select 'bench-author-' || n, 'Author ' || n from generate_series(0, 99) n on conflict do nothing;

create temporary table bench_word as
select array['ministry','harbour','budget','election','railway','teacher','hospital','market','river','council',
    'report','measure','village','airport','harvest','court','agency','island','bridge','engine','school','library',
    'weather','energy','climate','museum','company','worker','reader','letter','minister','station','garden','border',
    'record','archive','service','network','factory','festival'] as words;

create temporary table bench_paragraph as
select p, '<p>' || string_agg(words[abs(hashint4(p * 977 + w) % 40) + 1], ' ' order by w) || '.</p>' as text
  from bench_word, generate_series(0, 999) p, generate_series(0, 59) w
 group by p;
create unique index on bench_paragraph (p);

create temporary table bench_story as
select n, 'bench-' || n % 8 as section, 'Bench ' || n % 8 as section_name,
       timestamptz '2025-12-31 23:00:00+00' - n * interval '37 minutes' as published,
       'the-' || (select words[abs(hashint4(s.n) % 40) + 1] from bench_word) || '-story-' || n as slug,
       'The ' || (select words[abs(hashint4(s.n) % 40) + 1] from bench_word) || ' story number ' || n as headline,
       'bench-topic-' || n % 200 as topic, 'Topic ' || n % 200 as topic_name,
       'bench-author-' || n % 100 as author, 'Author ' || n % 100 as author_name,
       case n % 10 when 0 then 'subscribers' when 1 then 'metered' else 'everyone' end as reach,
       (select string_agg(text, '' order by k) from generate_series(0, 9) k
          join bench_paragraph on p = (s.n * (6 * k + 7) + k) % 1000) as body
  from generate_series(1, current_setting('bench.stories')::int) s(n);

create temporary table bench_made as
with made as (
    insert into story.story (state, latest, made_at, first_printed)
    select 'published', 1, published, published from bench_story order by n returning id)
select id, row_number() over (order by id) as n from made;

insert into story.version (story, number, saved_at, saved_by, headline, standfirst, body, section, topics, authors, language, reach)
select id, 1, published, 'bench', headline, headline || ', told in one sentence.', body, section, array[topic], array[author], 'en', reach
  from bench_story join bench_made using (n);
insert into story.address (section, day, slug, story, given)
select section, (published at time zone 'UTC')::date, slug, id, published from bench_story join bench_made using (n);
insert into story.in_print (story, version, section, section_name, day, slug, headline, standfirst, topics, topic_names,
    authors, author_names, language, reach, minutes, words, published, updated, preview, body)
select id, 1, section, section_name, (published at time zone 'UTC')::date, slug, headline, headline || ', told in one sentence.',
       array[topic], array[topic_name], array[author], array[author_name], 'en', reach, 3, 600, published, published,
       left(body, strpos(body, '</p>') + 3), body
  from bench_story join bench_made using (n);
insert into story.in_topic (topic, published, story) select topic, published, id from bench_story join bench_made using (n);
insert into story.by_author (author, published, story) select author, published, id from bench_story join bench_made using (n);
drop table bench_story, bench_made, bench_paragraph, bench_word;
analyze;
