-- What is sold, and who has it.
create schema plan;

create table plan.plan (
    slug         text    primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    name         text    not null check (name <> '' and length(name) <= 80),
    -- in the currency's smallest unit as ISO 4217 has it
    amount       bigint  not null check (amount > 0),
    currency     text    not null check (currency ~ '^[A-Z]{3}$'),
    every        text    not null check (every in ('month', 'year')),
    trial_days   int     not null check (trial_days between 0 and 365),
    gifts        int     not null check (gifts between 3 and 5),
    -- how many people read by one subscription, its owner included
    seats        int     not null check (seats between 1 and 500),
    on_sale      boolean not null,
    place        int     not null,
    -- what the payment provider calls the price; null where it has not been told of it
    stripe_price text    unique
);

create table plan.subscription (
    id           bigint generated always as identity primary key,
    -- null where the account has been deleted
    reader       bigint      references reader.reader on delete set null,
    plan         text        not null references plan.plan,
    source       text        not null check (source in ('stripe', 'invoice', 'voucher', 'gift', 'hand')),
    -- as agreed when it began; a plan that becomes dearer does not make this dearer
    amount       bigint      not null check (amount >= 0),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    every        text        not null check (every in ('month', 'year')),
    seats        int         not null check (seats between 1 and 500),
    -- chosen for the next paid period
    next_plan    text        references plan.plan,
    began_at     timestamptz not null,
    trial_until  timestamptz,
    paid_until   timestamptz,
    -- where the paid periods are counted from
    anchored_at  timestamptz,
    cancelled_at timestamptz,
    ended_at     timestamptz,
    -- when what it gives changes by itself; null where nothing will any more: whoever may read has one
    next_edge    timestamptz,
    stripe_id    text        unique
);
create index subscription_of_reader on plan.subscription (reader, id);
create index subscription_living on plan.subscription (reader) where next_edge is not null;
create index subscription_edge on plan.subscription (next_edge) where next_edge is not null;
-- Nobody pays twice: at most one that renews itself.
create unique index subscription_renewing on plan.subscription (reader)
    where source in ('stripe', 'invoice') and ended_at is null;

-- The free time at the beginning is given once to a person.
create table plan.trial (
    reader bigint      primary key references reader.reader on delete cascade,
    at     timestamptz not null
);

-- People who read by somebody else's subscription, and who are invited to.
create table plan.seat (
    id           bigint generated always as identity primary key,
    subscription bigint      not null references plan.subscription,
    number       int         not null check (number between 2 and 500),
    email        text        not null check (email <> '' and length(email) <= 254),
    -- SHA-256 of what the invitation's link carries
    token_hash   bytea       not null unique,
    reader       bigint      references reader.reader on delete cascade,
    invited_at   timestamptz not null,
    taken_at     timestamptz,
    removed_at   timestamptz,
    check ((reader is null) = (taken_at is null))
);
-- A chair holds one person.
create unique index seat_number on plan.seat (subscription, number) where removed_at is null;
create unique index seat_reader on plan.seat (subscription, reader) where removed_at is null;
create index seat_of_reader on plan.seat (reader) where removed_at is null;

-- Libraries, schools and newsrooms, told by the network their readers come from.
create table plan.institution (
    id         bigint generated always as identity primary key,
    name       text        not null unique check (name <> '' and length(name) <= 120),
    from_at    timestamptz not null,
    until_at   timestamptz not null check (until_at > from_at)
);
create table plan.institution_network (
    institution bigint not null references plan.institution on delete cascade,
    network     cidr   not null,
    primary key (institution, network)
);
create index institution_network_of on plan.institution_network using gist (network inet_ops);
