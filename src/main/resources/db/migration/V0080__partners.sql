create schema feed;

-- Who has the paper's own stories by contract. Only a hash of the token is kept.
create table feed.partner (
    name       text        primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
    token_hash bytea       not null unique,
    -- None means all.
    sections   text[]      not null,
    body       text        not null check (body in ('open', 'whole')),
    added      timestamptz not null,
    asked      timestamptz
);

-- What each of them was given: those are told when it is taken back, nobody else.
create table feed.handed (
    partner      text        not null references feed.partner on delete cascade,
    story        bigint      not null references story.story,
    first_handed timestamptz not null,
    last_handed  timestamptz not null,
    offered      boolean     not null,
    primary key (partner, story)
);
