-- Agencies that send by themselves, over HTTP. Each has a secret, sealed under the paper's.
create table wire.pusher (
    source text primary key check (source ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(source) <= 60),
    secret_sealed text not null,
    added timestamptz not null,
    -- When something came last, and when something that had not been there before.
    heard timestamptz,
    news timestamptz,
    -- In a row, since something that was well signed came.
    refused int not null default 0
);
