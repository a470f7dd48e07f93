-- What anyone may read, as samples of its runs of eight words: finds the open story in which a guarded text stands already.
create schema if not exists paywall;

create table paywall.open_text (
    story bigint   primary key references story.story on delete cascade,
    -- hashes; they tell nothing of the words
    runs  bigint[] not null
);
create index open_text_runs on paywall.open_text using gin (runs);
