-- What readers write to the editors.
create schema feedback;

create table feedback.opinion (
    id      bigint generated always as identity primary key,
    story   bigint references story.story,
    sent_at timestamptz not null,
    words   text        not null check (words <> ''),
    name    text        not null default '',
    email   text        not null default '',
    -- a hash of the sender's address under a key of the day, to tell senders apart; gone after a day
    sender  bytea,
    -- of sender, story and words: the same opinion sent twice is one
    digest  bytea
);
create index opinion_newest on feedback.opinion (sent_at desc, id desc);
create index opinion_of_story on feedback.opinion (story, sent_at desc) where story is not null;
create index opinion_of_sender on feedback.opinion (sender, sent_at) where sender is not null;
create unique index opinion_once on feedback.opinion (digest) where digest is not null;
