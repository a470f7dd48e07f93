-- What becomes of items by themselves. The first rule that fits decides.
create table wire.rule (
    id bigint generated always as identity primary key,
    -- Conditions; null fits all. Every one that is said has to fit.
    source text check (length(source) between 1 and 60),
    subject text check (length(subject) between 1 and 200),
    keyword text check (length(keyword) between 1 and 100),
    urgency int check (urgency between 1 and 9),
    -- What is done.
    action text not null check (action in ('draft', 'publish', 'leave')),
    section text not null,
    topics text[] not null,
    reach text not null check (reach in ('everyone', 'metered', 'subscribers')),
    place int not null unique,
    -- Off until somebody has tried it.
    is_on boolean not null default false,
    made timestamptz not null
);
