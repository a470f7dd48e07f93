-- Stories that subscribers give away.
create schema gift;

-- How many a reader has given in a month of the paper's zone. The row decides: one is given where used is below the
-- quota, in one statement, which holds for any number of requests and nodes at once.
create table gift.month (
    giver bigint not null references reader.reader on delete cascade,
    month date   not null check (extract(day from month) = 1),
    used  int    not null check (used between 0 and 5),
    primary key (giver, month)
);

create table gift.gift (
    id           bigint generated always as identity primary key,
    -- null once the giver's account is gone: what was given stays given, by nobody
    giver        bigint references reader.reader on delete set null,
    month        date        not null,
    slot         int         not null check (slot between 1 and 5),
    story        bigint      not null references story.story,
    -- the gift whose link the giver took back, where this one came in its place
    renews       bigint unique references gift.gift,
    given_at     timestamptz not null,
    until        timestamptz not null check (until > given_at),
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    -- for showing the giver the same link again; null once the giver is gone
    token_sealed text,
    -- null unless the giver wants to be named
    from_name    text check (from_name <> '' and length(from_name) <= 120),
    note         text        not null check (length(note) <= 280),
    -- how many devices more may open it
    devices_left int         not null check (devices_left between 0 and 250),
    -- devices on which the story has been seen
    opened       int         not null default 0,
    revoked_at   timestamptz
);
-- One living gift of a story, and one in each of the month's places, whoever asks at once.
create unique index gift_once on gift.gift (giver, month, story) where revoked_at is null;
create unique index gift_slot on gift.gift (giver, month, slot) where revoked_at is null;
create index gift_of_giver on gift.gift (giver, given_at desc, id desc) where giver is not null;
create index gift_of_story on gift.gift (story);
create index gift_revoked on gift.gift (revoked_at) where revoked_at is not null;
create index gift_until on gift.gift (until);

-- Devices that a gift has opened on, as hashes that say nothing of one another. Gone soon after the gift has ended.
create table gift.device (
    gift     bigint      not null references gift.gift on delete cascade,
    device   bytea       not null check (length(device) = 32),
    first_at timestamptz not null,
    -- when the story stood on its screen
    seen_at  timestamptz,
    primary key (gift, device)
);

-- Friends who joined after a gift: each credited to one gift.
create table gift.friend (
    id            bigint generated always as identity primary key,
    gift          bigint      not null references gift.gift,
    -- null once the friend's account is gone; the count stays
    reader        bigint unique references reader.reader on delete set null,
    joined_at     timestamptz not null,
    subscribed_at timestamptz
);
create index friend_of_gift on gift.friend (gift);
create index friend_not_subscribed on gift.friend (joined_at) where subscribed_at is null and reader is not null;
