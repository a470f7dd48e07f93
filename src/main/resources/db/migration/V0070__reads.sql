-- What the public paper counts.
create schema site;

-- How often people read a story in an hour; hours of long ago are dropped.
create table site.reads (
    hour  timestamptz not null,
    story bigint      not null references story.story,
    times bigint      not null check (times > 0),
    primary key (hour, story)
);
