-- Similarity for misspelt searches; lives where every room's SQL finds it.
create extension if not exists pg_trgm with schema public;

create schema base;

-- What changed, for nodes that were away when the notification went out. Written in the transaction that changed it;
-- read by transaction id, because numbers are given out in another order than transactions commit.
create table base.change (
    id   bigint generated always as identity primary key,
    xid  xid8 not null default pg_current_xact_id(),
    kind text not null,
    key  text not null
);

create index change_xid on base.change (xid);

-- Snapshots taken now and then: what was visible in an old enough one has been read by everybody and may go.
create table base.change_horizon (
    taken_at timestamptz primary key,
    snapshot pg_snapshot not null
);
