-- What a sign-in was worth: whether two factors stood behind it, and when the person last proved who they are.
alter table reader.device
    add column two_factors boolean not null default false,
    add column proved_at   timestamptz;

-- The name an account has towards authenticators: random, and the same for all of one account's passkeys (WebAuthn 14.6.1).
create table reader.passkey_holder (
    reader bigint primary key references reader.reader on delete cascade,
    handle bytea  not null unique check (length(handle) between 16 and 64)
);

create table reader.passkey (
    id              bigint generated always as identity primary key,
    reader          bigint      not null references reader.reader on delete cascade,
    credential      bytea       not null unique check (length(credential) between 1 and 1023),
    -- attested credential data as the authenticator gave it: its model, the credential's id, the public key
    key             bytea       not null,
    counter         bigint      not null check (counter between 0 and 4294967295),
    name            text        not null check (name <> '' and length(name) <= 60),
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text        not null default '',
    made_at         timestamptz not null,
    used_at         timestamptz,
    -- when its counter went backwards: there may be a copy of it
    doubted_at      timestamptz
);
create index passkey_of_reader on reader.passkey (reader, made_at);

-- What may be used once and has been, by its hash, kept until it would have run out anyway. It belongs to nobody.
create table reader.spent (
    proof bytea       primary key,
    until timestamptz not null
);
create index spent_until on reader.spent (until);

-- An authenticator app (RFC 6238), there once its first code was right.
create table reader.authenticator (
    reader      bigint      primary key references reader.reader on delete cascade,
    -- sealed with the paper's secret
    secret      text        not null,
    made_at     timestamptz not null,
    -- the newest time step whose code was used: only later ones count
    last_step   bigint      not null,
    tries       int         not null default 0,
    tries_since timestamptz not null
);

create table reader.recovery_code (
    reader  bigint      not null references reader.reader on delete cascade,
    code    bytea       not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (reader, code)
);
