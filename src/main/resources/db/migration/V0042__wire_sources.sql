-- What the answer said beside the bytes: needed again whenever they are read again.
alter table wire.raw
    add column charset text check (length(charset) <= 64),
    add column language text check (length(language) <= 64),
    add column location text check (length(location) <= 2000);

-- Where agencies are asked, and how that went.
create table wire.source (
    name text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
    address text not null check (length(address) <= 2000),
    every_seconds int not null check (every_seconds between 5 and 86400),
    -- Networks that may be asked although they are not on the public internet.
    besides text[] not null,
    -- Sealed under the paper's secret.
    authorization_sealed text,
    added timestamptz not null,
    -- When it is asked next; while somebody asks, when another node may take over.
    due timestamptz not null,
    entity_tag text,
    last_modified text,
    answered timestamptz,
    news timestamptz,
    failures int not null default 0,
    trouble text check (length(trouble) <= 500)
);

create index source_due on wire.source (due);
