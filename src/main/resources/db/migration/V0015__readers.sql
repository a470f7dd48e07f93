-- People: readers and staff alike.
create schema reader;

create table reader.reader (
    id           bigint generated always as identity primary key,
    email        text        not null check (email <> '' and length(email) <= 254),
    -- the address as it is compared; nobody has two accounts
    email_key    text        not null unique,
    name         text        not null default '' check (length(name) <= 120),
    -- Argon2id in its PHC string; null where the reader has no password
    password     text,
    -- a password that everybody may know, such as the demo's: good on loopback only
    only_nearby  boolean     not null default false,
    confirmed_at timestamptz,
    joined_at    timestamptz not null,
    -- raised to sign out everywhere: sessions of an older one are void
    epoch        int         not null default 1
);

-- What a member of staff may do; readers have no row.
create table reader.staff (
    reader bigint not null references reader.reader on delete cascade,
    role   text   not null check (role in ('reporter', 'editor', 'publisher')),
    since  timestamptz not null,
    primary key (reader)
);

-- One row a browser that somebody signed in with.
create table reader.device (
    id        bigint generated always as identity primary key,
    reader    bigint      not null references reader.reader on delete cascade,
    name      text        not null check (length(name) <= 120),
    began_at  timestamptz not null,
    seen_at   timestamptz not null,
    ended_at  timestamptz
);
create index device_of_reader on reader.device (reader, began_at desc);
