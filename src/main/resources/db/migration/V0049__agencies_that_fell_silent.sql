-- Agencies that usually speak at this hour and do not; told about once, until they are heard again.
create table wire.silence (
    source text primary key check (length(source) between 1 and 60),
    noticed timestamptz not null,
    -- The last that was heard.
    heard timestamptz not null
);
