-- Somebody who wants to join and has not yet shown that the address is theirs. No account until then.
create table reader.joining (
    -- SHA-256 of the link in the mail; the link itself is kept nowhere
    hash       bytea       primary key check (length(hash) = 32),
    email      text        not null check (email <> '' and length(email) <= 254),
    name       text        not null check (length(name) <= 120),
    password   text,
    -- SHA-256 of what the browser that asked was given; another one has to say the password again
    browser    bytea       not null,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index joining_over on reader.joining (expires_at);

-- What was asked on the page where somebody joined, and answered; copied to reader.consent with the account.
create table reader.joining_consent (
    joining bytea   not null references reader.joining on delete cascade,
    purpose text    not null,
    given   boolean not null,
    wording text    not null,
    primary key (joining, purpose)
);

-- Links that let somebody do one thing once.
create table reader.link (
    hash       bytea       primary key check (length(hash) = 32),
    reader     bigint      not null references reader.reader on delete cascade,
    purpose    text        not null check (purpose in ('sign-in', 'reset', 'old-address', 'new-address')),
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index link_over on reader.link (expires_at);
create index link_of_reader on reader.link (reader);

-- A new address that waits for a yes from both mailboxes.
create table reader.address_change (
    reader     bigint      primary key references reader.reader on delete cascade,
    email      text        not null check (email <> '' and length(email) <= 254),
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    old_said   boolean     not null default false,
    new_said   boolean     not null default false
);

-- Tries that are counted before they are made, by account, by device or by network, none of them readable.
create table reader.tries (
    key     bytea       primary key,
    tries   int         not null,
    last_at timestamptz not null,
    -- when the next one may be made
    open_at timestamptz not null
);
create index tries_over on reader.tries (last_at);

-- Every yes and no, with the words it answered: the last one of a purpose counts.
create table reader.consent (
    id      bigint generated always as identity primary key,
    reader  bigint      not null references reader.reader on delete cascade,
    purpose text        not null,
    given   boolean     not null,
    wording text        not null,
    version text        not null,
    at      timestamptz not null
);
create index consent_of_reader on reader.consent (reader, purpose, id desc);
