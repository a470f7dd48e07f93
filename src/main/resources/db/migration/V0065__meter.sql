-- Metered stories that registered readers opened. Kept for the month they count in.
create schema paywall;

create table paywall.meter (
    reader bigint not null references reader.reader on delete cascade,
    -- its first day, in the paper's zone
    month  date   not null check (extract(day from month) = 1),
    -- may pass the limit: what a reader had opened before they signed in counts, but is not taken away
    used   int    not null default 0 check (used >= 0),
    primary key (reader, month)
);

-- Which they were: the same story again is free. No key to the story: what a month's cookie named is counted all the same.
create table paywall.meter_read (
    reader    bigint      not null,
    month     date        not null,
    story     bigint      not null,
    opened_at timestamptz not null,
    primary key (reader, month, story),
    foreign key (reader, month) references paywall.meter on delete cascade
);
