-- Which stories stand on what an agency sent. What the agency said is kept here as it was taken: reading the document again
-- may take items away, and an update needs what the desk began with.
create table wire.taken (
    story bigint primary key references story.story,
    source text not null,
    guid text not null check (length(guid) between 1 and 400),
    -- The agency's copy that the story stands on.
    base jsonb not null,
    taken timestamptz not null,
    -- It went into print as it came, and so does what the agency says later, as long as the desk leaves it alone.
    follows boolean not null default false,
    unique (source, guid)
);
