create schema wire;

-- What arrived, byte for byte, before anybody tried to read it. The same bytes from the same source are kept once.
create table wire.raw (
    id bigint generated always as identity primary key,
    source text not null check (length(source) between 1 and 60),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    arrived timestamptz not null,
    content bytea not null,
    -- Null until it has been read.
    outcome text check (outcome in ('accepted', 'refused')),
    reason text,
    format text,
    unique (source, sha256)
);

create index raw_unread on wire.raw (id) where outcome is null;

-- One line for each different thing a source said under one identifier and version; an empty version is none.
create table wire.item (
    id bigint generated always as identity primary key,
    raw bigint not null references wire.raw,
    source text not null,
    guid text not null check (length(guid) between 1 and 400),
    version text not null check (length(version) <= 60),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    arrived timestamptz not null,
    status text not null check (status in ('usable', 'withheld', 'canceled')),
    embargo timestamptz,
    content jsonb not null,
    unique (source, guid, version, sha256)
);

create index item_arrived on wire.item (arrived desc, id desc);
create index item_raw on wire.item (raw);
