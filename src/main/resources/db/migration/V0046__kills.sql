-- Orders to take a story back: from the agency that sent it, or from an editor.
create table wire.kill (
    id bigint generated always as identity primary key,
    story bigint not null references story.story,
    -- Of the agency; null where an editor gave the order.
    source text check (length(source) between 1 and 60),
    ordered text not null check (ordered in ('withheld', 'canceled', 'editor')),
    -- What was said with it, for the newsroom.
    why text not null check (length(why) between 1 and 500),
    -- When the order came; of an agency's, when its bytes did.
    received timestamptz not null,
    -- When it is carried out by itself while nobody decides.
    acts timestamptz not null,
    decided timestamptz,
    decision text check (decision in ('acted', 'refused')),
    decided_by text,
    reason text,
    -- When the editors were written to that it waits.
    told timestamptz,
    check ((decided is null) = (decision is null) and (decided is null) = (decided_by is null)),
    check ((decision = 'refused') = (reason is not null) or decision is null)
);

create unique index kill_waiting on wire.kill (story) where decided is null;
create index kill_due on wire.kill (acts) where decided is null;
create index kill_newest on wire.kill (received desc, id desc);

-- The receipt: where a node no longer shows a story that was killed.
create table wire.kill_gone (
    kill bigint not null references wire.kill,
    node text not null check (length(node) between 1 and 200),
    surface text not null check (length(surface) between 1 and 400),
    looked timestamptz not null,
    gone boolean not null,
    primary key (kill, node, surface)
);

-- Agencies whose kills wait for an editor, and how long at most. All others act at once.
create table wire.kill_rule (
    source text primary key check (length(source) between 1 and 60),
    wait_minutes int not null check (wait_minutes between 1 and 1440)
);
