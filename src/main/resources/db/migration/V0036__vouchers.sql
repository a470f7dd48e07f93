-- Months of a plan for whoever has the code; the code itself is kept nowhere.
create table plan.voucher (
    id         bigint generated always as identity primary key,
    code_hash  bytea       not null unique,
    kind       text        not null check (kind in ('voucher', 'gift')),
    plan       text        not null references plan.plan,
    months     int         not null check (months between 1 and 120),
    times      int         not null check (times between 1 and 100000),
    taken      int         not null default 0 check (taken between 0 and times),
    expires_at timestamptz,
    made_at    timestamptz not null,
    made_by    text        not null
);

-- Each reader once.
create table plan.redemption (
    voucher bigint      not null references plan.voucher,
    reader  bigint      not null references reader.reader on delete cascade,
    at      timestamptz not null,
    primary key (voucher, reader)
);

-- Codes that were none, by whoever tried them.
create table plan.wrong_code (
    reader bigint      not null references reader.reader on delete cascade,
    at     timestamptz not null
);
create index wrong_code_of_reader on plan.wrong_code (reader, at);

-- A subscription bought for somebody else, who gets a voucher of it by mail.
create table plan.present (
    id         bigint generated always as identity primary key,
    buyer      bigint      references reader.reader on delete set null,
    plan       text        not null references plan.plan,
    months     int         not null check (months between 1 and 120),
    amount     bigint      not null check (amount >= 0),
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    recipient  text        not null check (length(recipient) <= 254),
    from_name  text        not null check (length(from_name) <= 120),
    note       text        not null check (length(note) <= 280),
    ordered_at timestamptz not null,
    paid_at    timestamptz,
    voucher    bigint      unique references plan.voucher,
    check ((paid_at is null) = (voucher is null))
);
create index present_of_buyer on plan.present (buyer, id);
