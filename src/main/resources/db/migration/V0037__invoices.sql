-- The last number given in each year of the paper's zone: taken in the invoice's own transaction, so none is left out.
create table plan.invoice_year (
    year int primary key,
    last int not null
);

create table plan.invoice (
    id           bigint generated always as identity primary key,
    year         int         not null,
    number       int         not null check (number > 0),
    -- null where the account has been deleted: the invoice stays, without the person
    reader       bigint      references reader.reader on delete set null,
    billed_to    text        not null check (length(billed_to) <= 400),
    plan         text        not null references plan.plan,
    months       int         not null check (months between 1 and 120),
    amount       bigint      not null check (amount > 0),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    subscription bigint      references plan.subscription,
    present      bigint      unique references plan.present,
    issued_at    timestamptz not null,
    due_at       timestamptz not null,
    -- what it pays for, known once it is paid
    period_from  timestamptz,
    period_until timestamptz,
    paid_at      timestamptz,
    void_at      timestamptz,
    unique (year, number),
    check ((subscription is null) <> (present is null)),
    check (paid_at is null or void_at is null)
);
create index invoice_of_reader on plan.invoice (reader, id);
-- A subscription waits for one payment at a time.
create unique index invoice_open on plan.invoice (subscription) where paid_at is null and void_at is null;
