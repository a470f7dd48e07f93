-- The archive index: one row for each published story, written in the transaction that publishes it.
create schema search;

-- Texts reach this schema folded to plain words by the application (Unicode lower case, no accents, one space between
-- words), so that results never depend on the locale the database was made with.
create table search.story (
    story_id  bigint      primary key,
    config    text        not null check (config in ('english', 'indonesian', 'simple')),
    section   text        not null,
    reach     text        not null,
    published timestamptz not null,
    updated   timestamptz not null,
    -- headline A, standfirst B, topics and bylines C, body D; the body only of stories that are for everyone
    words     tsvector    not null,
    -- the headline alone: a match there is worth finding however old it is
    headline  tsvector    not null,
    -- what a snippet may be cut from; empty unless the story is for everyone
    body      text        not null
);
-- Rows stay narrow: thousands of matches are walked for each question, and hardly any of their words are read.
alter table search.story alter column words set storage external;
alter table search.story alter column body set storage extended;
alter table search.story set (toast_tuple_target = 160);

create index story_published on search.story (published desc, story_id desc);
-- fastupdate off: no reader and no editor pays for somebody else's pending list
create index story_words on search.story using gin (words) with (fastupdate = off);
create index story_headline on search.story using gin (headline) with (fastupdate = off);

-- Every word the index has seen, for forgiving misspellings. Only ever added to (in alphabetical order, so that two
-- publications cannot deadlock); whether any story still has the word is asked of the index.
create table search.word (
    word text primary key
);
create index word_trigrams on search.word using gin (word public.gin_trgm_ops);
