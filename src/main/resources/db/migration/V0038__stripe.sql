-- Messages of the payment provider that have had their effect, each once.
create table plan.stripe_event (
    id          text        primary key check (length(id) <= 255),
    type        text        not null check (length(type) <= 255),
    received_at timestamptz not null,
    outcome     text        not null
);
create index stripe_event_received on plan.stripe_event (received_at);

-- How often what the provider says of a subscription has been taken over: whoever asked before the last time asks again.
create table plan.stripe_seen (
    stripe_id text primary key check (length(stripe_id) <= 255),
    version   int  not null default 0
);

create table plan.stripe_customer (
    reader   bigint primary key references reader.reader on delete cascade,
    customer text   not null unique check (length(customer) <= 255)
);

-- Prices that the provider has been told of, those of earlier terms included.
create table plan.stripe_price (
    price text primary key check (length(price) <= 255),
    plan  text not null references plan.plan
);
